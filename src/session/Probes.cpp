#include "session/Probes.h"

#include "doctor/settings/Forms.h"

namespace nodescope::session::probes {

using doctor::probes::binding;
using doctor::probes::readForms;
using term::Term;

Term watchForms()
{
    static const Term forms = readForms(QStringLiteral(":/probes/watch.forms"));
    return forms;
}

Term figuresForms()
{
    static const Term forms = readForms(QStringLiteral(":/probes/figures.forms"));
    return forms;
}

Term relayForms()
{
    static const Term forms = readForms(QStringLiteral(":/probes/relay.forms"));
    return forms;
}

Term processesForms()
{
    static const Term forms = readForms(QStringLiteral(":/probes/processes.forms"));
    return forms;
}

Term processForms()
{
    static const Term forms = readForms(QStringLiteral(":/probes/process.forms"));
    return forms;
}

Term supervisionForms()
{
    static const Term forms = readForms(QStringLiteral(":/probes/supervision.forms"));
    return forms;
}

Term watchBindings(const term::Pid &receiver)
{
    return Term::list({binding(QLatin1String("P"), Term::pid(receiver))});
}

} // namespace nodescope::session::probes
