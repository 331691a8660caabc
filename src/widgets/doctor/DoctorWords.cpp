#include "widgets/doctor/DoctorWords.h"

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
} // namespace

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
