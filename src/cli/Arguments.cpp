#include "cli/Arguments.h"

#include <algorithm>

#include "cli/Words.h"

namespace nodescope::cli {

namespace {

bool isCookieItself(const QString &name)
{
    return name == QLatin1String("cookie") || name == QLatin1String("setcookie");
}

bool isOption(const QString &word)
{
    return word.size() > 1 && word.startsWith(u'-') && !word.at(1).isDigit();
}

QString nameOf(const QString &word)
{
    const qsizetype start = word.startsWith(QLatin1String("--")) ? 2 : 1;
    const qsizetype end = word.indexOf(u'=');
    return word.mid(start, end < 0 ? -1 : end - start);
}

} // namespace

base::Result<Arguments, QString> Arguments::parse(const QStringList &words, const QList<Option> &options)
{
    Arguments arguments;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word == QLatin1String("--")) {
            arguments.m_positional += words.mid(i + 1);
            break;
        }
        if (!isOption(word)) {
            arguments.m_positional.append(word);
            continue;
        }
        const QString name = nameOf(word);
        if (isCookieItself(name))
            return base::Failure{Words::tr(
                "a cookie is never an argument, where every user of this machine could read it: use "
                "--cookie-file FILE, or the environment variable NODESCOPE_COOKIE")};
        const auto known = std::find_if(options.begin(), options.end(), [&](const Option &option) {
            return word.startsWith(QLatin1String("--")) && option.name == name;
        });
        if (known == options.end())
            return base::Failure{Words::tr("unknown option %1").arg(word.section(u'=', 0, 0))};
        const qsizetype equals = word.indexOf(u'=');
        if (known->value.isEmpty()) {
            if (equals >= 0)
                return base::Failure{Words::tr("the option --%1 takes no value").arg(name)};
            arguments.m_options[name].prepend(QString());
        } else if (equals >= 0) {
            arguments.m_options[name].prepend(word.mid(equals + 1));
        } else if (++i < words.size()) {
            arguments.m_options[name].prepend(words.at(i));
        } else {
            return base::Failure{Words::tr("the option --%1 needs a value: %2").arg(name, known->value)};
        }
    }
    return arguments;
}

} // namespace nodescope::cli
