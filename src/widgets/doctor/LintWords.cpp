#include "widgets/doctor/LintWords.h"

#include <QCoreApplication>

namespace nodescope::widgets {

namespace {
class Text
{
    Q_DECLARE_TR_FUNCTIONS(LintWords)
};
} // namespace

LintWords lintTextOf(const cluster::LintFinding &finding)
{
    return {cluster::identifierOf(finding.rule), finding.detail, {}};
}

QString titleOf(cluster::LintSeverity severity)
{
    switch (severity) {
    case cluster::LintSeverity::Danger:
        return Text::tr("Danger");
    case cluster::LintSeverity::Warning:
        return Text::tr("Warning");
    case cluster::LintSeverity::Note:
        break;
    }
    return Text::tr("Note");
}

} // namespace nodescope::widgets
