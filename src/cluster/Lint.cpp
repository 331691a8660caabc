#include "cluster/Lint.h"

namespace nodescope::cluster {

QString identifierOf(LintRule rule)
{
    switch (rule) {
    case LintRule::MixedNameModes:
        return QStringLiteral("mixed_name_modes");
    case LintRule::TickTimesDiffer:
        return QStringLiteral("tick_times_differ");
    case LintRule::CookieGroups:
        return QStringLiteral("cookie_groups");
    case LintRule::ReleasesTooFarApart:
        return QStringLiteral("releases_too_far_apart");
    case LintRule::PreventionWithGaps:
        return QStringLiteral("prevention_with_gaps");
    case LintRule::PreventionDiffers:
        return QStringLiteral("prevention_differs");
    case LintRule::ConnectAllDiffers:
        return QStringLiteral("connect_all_differs");
    case LintRule::EpmdOpen:
        return QStringLiteral("epmd_open");
    case LintRule::CookieFileReadable:
        return QStringLiteral("cookie_file_readable");
    case LintRule::TlsWithoutVerification:
        return QStringLiteral("tls_without_verification");
    case LintRule::TransportsDiffer:
        return QStringLiteral("transports_differ");
    case LintRule::AutoConnectOff:
        return QStringLiteral("auto_connect_off");
    case LintRule::CookieWeak:
        return QStringLiteral("cookie_weak");
    case LintRule::ExpectedAbsent:
        return QStringLiteral("expected_absent");
    case LintRule::OneSidedLink:
        break;
    }
    return QStringLiteral("one_sided_link");
}

QString identifierOf(LintSeverity severity)
{
    switch (severity) {
    case LintSeverity::Note:
        return QStringLiteral("note");
    case LintSeverity::Warning:
        return QStringLiteral("warning");
    case LintSeverity::Danger:
        break;
    }
    return QStringLiteral("danger");
}

} // namespace nodescope::cluster
