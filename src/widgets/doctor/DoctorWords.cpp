#include "widgets/doctor/DoctorWords.h"

#include <QCoreApplication>

#include "cluster/Node.h"
#include "doctor/CauseText.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
class DoctorText
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
    return examination.running ? DoctorText::tr("Examining…") : doctor::titleOf(examination.diagnosis.cause);
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
        {QLatin1String("cookie"), DoctorText::tr("cookie for the other")},
        {QLatin1String("name_mode"), DoctorText::tr("name mode")},
        {QLatin1String("net_ticktime"), DoctorText::tr("tick time")},
        {QLatin1String("proto_dist"), DoctorText::tr("transport")},
        {QLatin1String("tls_client"), DoctorText::tr("TLS options as a client")},
        {QLatin1String("allowed"), DoctorText::tr("list of allowed nodes")},
        {QLatin1String("net_kernel"), QStringLiteral("net_kernel")},
        {QLatin1String("otp_release"), DoctorText::tr("OTP release")},
        {QLatin1String("erts"), DoctorText::tr("runtime system")},
        {QLatin1String("elixir"), QStringLiteral("Elixir")},
        {QLatin1String("flags"), DoctorText::tr("flags that the other demands and it lacks")},
        {QLatin1String("dist_listen"), DoctorText::tr("listens for other nodes")},
        {QLatin1String("listen_ports"), DoctorText::tr("ports it may listen at")},
        {QLatin1String("epmd_port"), DoctorText::tr("EPMD’s port")},
        {QLatin1String("epmd_module"), DoctorText::tr("module that asks EPMD")},
        {QLatin1String("start_epmd"), DoctorText::tr("starts EPMD")},
        {QLatin1String("own_epmd"), DoctorText::tr("its own entry at its EPMD")},
        {QLatin1String("resolves"), DoctorText::tr("resolves the other’s host")},
        {QLatin1String("epmd_answer"), DoctorText::tr("EPMD’s answer for the other")},
        {QLatin1String("port_opens"), DoctorText::tr("reaches the other’s port")},
        {QLatin1String("link"), DoctorText::tr("sees a link to the other")},
    };
    for (const auto &entry : table) {
        if (entry.identifier == setting)
            return entry.title;
    }
    // The rest are called by their kernel parameter.
    return visibleText(setting, 60);
}

} // namespace nodescope::widgets
