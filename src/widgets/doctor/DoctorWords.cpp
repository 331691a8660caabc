#include "widgets/doctor/DoctorWords.h"

#include <algorithm>

#include <QCoreApplication>

#include "cluster/Node.h"
#include "doctor/CauseText.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
class Text
{
    Q_DECLARE_TR_FUNCTIONS(DoctorWords)
};

QString stateWords(const RungResult *result)
{
    if (!result)
        return doctor::titleOf(RungState::NotReached);
    const QString state = doctor::titleOf(result->state);
    return result->evidence.isEmpty()
               ? state
               : QStringLiteral("%1 (%2)").arg(state, visibleText(result->evidence, 80));
}

const RungResult *find(const Examination &examination, Rung rung)
{
    const QList<RungResult> &rungs = examination.diagnosis.rungs;
    const auto it = std::find_if(rungs.begin(), rungs.end(),
                                 [&](const RungResult &result) { return result.rung == rung; });
    return it == rungs.end() ? nullptr : &*it;
}

QString settingWords(const SettingPair &pair)
{
    const auto value = [](const QString &text) {
        return text.isEmpty() ? Text::tr("not known") : visibleText(text, 60);
    };
    return QStringLiteral("%1 / %2").arg(value(pair.a), value(pair.b));
}
} // namespace

QList<ExaminationChange> changesSince(const Examination &before, const Examination &now)
{
    QList<ExaminationChange> changes;
    for (int i = 0; i <= static_cast<int>(Rung::CallsAnswered); ++i) {
        const auto rung = static_cast<Rung>(i);
        const RungResult *old = find(before, rung);
        const RungResult *fresh = find(now, rung);
        const RungState oldState = old ? old->state : RungState::NotReached;
        const RungState newState = fresh ? fresh->state : RungState::NotReached;
        // A rung that passes says the same with another port; one that fails otherwise is news.
        const bool otherFault =
            newState == RungState::Failed && old && fresh && old->evidence != fresh->evidence;
        if (oldState != newState || otherFault)
            changes.append({doctor::titleOf(rung), stateWords(old), stateWords(fresh)});
    }
    for (const SettingPair &pair : now.settings) {
        const auto old = std::find_if(before.settings.begin(), before.settings.end(),
                                      [&](const SettingPair &one) { return one.setting == pair.setting; });
        if (old != before.settings.end() &&
            (old->a != pair.a || old->b != pair.b || old->differs != pair.differs))
            changes.append({titleOfSetting(pair.setting), settingWords(*old), settingWords(pair)});
    }
    return changes;
}

Outcome outcomeOf(const Examination &examination)
{
    if (examination.running)
        return Outcome::Running;
    if (examination.diagnosis.ok())
        return Outcome::Connects;
    if (examination.diagnosis.cause == Cause::Cancelled)
        return Outcome::GivenUp;
    const bool open = examination.diagnosis.certainty == Certainty::CannotDistinguish ||
                      examination.diagnosis.cause == Cause::Unknown;
    return open ? Outcome::Uncertain : Outcome::Fails;
}

QString verdictOf(const Examination &examination)
{
    return examination.running ? Text::tr("Examining…") : doctor::titleOf(examination.diagnosis.cause);
}

QString endsOf(const base::NodeName &from, const base::NodeName &to)
{
    if (from.isNull() || from == selfName())
        return nameFor(to);
    return nameFor(from) + QStringLiteral(" → ") + nameFor(to);
}

QString titleOfSetting(const QString &setting)
{
    const struct
    {
        QLatin1String identifier;
        QString title;
    } table[] = {
        {QLatin1String("cookie"), Text::tr("cookie for the other")},
        {QLatin1String("name_mode"), Text::tr("name mode")},
        {QLatin1String("net_ticktime"), Text::tr("tick time")},
        {QLatin1String("proto_dist"), Text::tr("transport")},
        {QLatin1String("tls_client"), Text::tr("TLS options as a client")},
        {QLatin1String("allowed"), Text::tr("list of allowed nodes")},
        {QLatin1String("net_kernel"), QStringLiteral("net_kernel")},
        {QLatin1String("otp_release"), Text::tr("OTP release")},
        {QLatin1String("erts"), Text::tr("runtime system")},
        {QLatin1String("elixir"), QStringLiteral("Elixir")},
        {QLatin1String("flags"), Text::tr("flags that the other demands and it lacks")},
        {QLatin1String("dist_listen"), Text::tr("listens for other nodes")},
        {QLatin1String("listen_ports"), Text::tr("ports it may listen at")},
        {QLatin1String("epmd_port"), Text::tr("EPMD’s port")},
        {QLatin1String("epmd_module"), Text::tr("module that asks EPMD")},
        {QLatin1String("start_epmd"), Text::tr("starts EPMD")},
        {QLatin1String("own_epmd"), Text::tr("its own entry at its EPMD")},
        {QLatin1String("resolves"), Text::tr("resolves the other’s host")},
        {QLatin1String("epmd_answer"), Text::tr("EPMD’s answer for the other")},
        {QLatin1String("port_opens"), Text::tr("reaches the other’s port")},
        {QLatin1String("link"), Text::tr("sees a link to the other")},
    };
    for (const auto &entry : table) {
        if (entry.identifier == setting)
            return entry.title;
    }
    // The rest are called by their kernel parameter.
    return visibleText(setting, 60);
}

} // namespace nodescope::widgets
