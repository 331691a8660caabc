#include "doctor/settings/Forms.h"

#include <QFile>

#include "base/Logging.h"
#include "term/Parser.h"

namespace nodescope::doctor::probes {

using term::Term;

Term readForms(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qCCritical(base::lcDoctor) << "resource is missing:" << path;
        return {};
    }
    const auto forms = term::parse(QString::fromUtf8(file.readAll()));
    return forms.ok() ? *forms : Term();
}

Term binding(QLatin1String name, const Term &value)
{
    return Term::tuple({Term::atom(name), value});
}

} // namespace nodescope::doctor::probes
