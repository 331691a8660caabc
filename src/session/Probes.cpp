#include "session/Probes.h"

#include <QFile>

#include "base/Logging.h"
#include "term/Parser.h"

namespace nodescope::session::probes {

using term::Term;

namespace {
Term readForms(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qCCritical(base::lcSession) << "resource is missing:" << path;
        return {};
    }
    const auto forms = term::parse(QString::fromUtf8(file.readAll()));
    return forms.ok() ? *forms : Term();
}

Term binding(QLatin1String name, const Term &value)
{
    return Term::tuple({Term::atom(name), value});
}
} // namespace

Term watchForms()
{
    static const Term forms = readForms(QStringLiteral(":/probes/watch.forms"));
    return forms;
}

Term watchBindings(const term::Pid &receiver)
{
    return Term::list({binding(QLatin1String("P"), Term::pid(receiver))});
}

} // namespace nodescope::session::probes
