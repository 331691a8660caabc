#include "dist/tls/TlsOptionFile.h"

#include <QFile>

#include "dist/tls/TlsOptionLines.h"
#include "dist/tls/TlsRoleReader.h"
#include "term/Parser.h"

namespace nodescope::dist {

using term::Term;
using Kind = TlsOptionError::Kind;

namespace {

base::Failure<TlsOptionError> notOptions(const QString &path, int line = 0)
{
    return base::Failure{TlsOptionError{Kind::NotOptions, path, line, {}, {}, {}, {}}};
}

} // namespace

const char *kindName(Kind kind)
{
    static constexpr const char *Names[] = {"unreadable",     "too_large",        "syntax",
                                            "not_options",    "bad_value",        "file",
                                            "no_certificate", "key_does_not_fit", "no_authorities"};
    static_assert(std::size(Names) == std::size_t(Kind::NoAuthorities) + 1);
    return Names[std::size_t(kind)];
}

TlsOptionResult parseTlsOptions(QStringView text, const QString &path, TlsSections wanted)
{
    const auto parsed = term::parse(text);
    if (!parsed.ok()) {
        const term::ParseError &error = parsed.error();
        return base::Failure{
            TlsOptionError{Kind::Syntax, path, error.line, {}, {}, term::codeName(error.code), {}}};
    }
    if (!parsed.value().isProperList())
        return notOptions(path, 1);
    const TlsOptionLines lines(text);
    TlsOptions result;
    for (const Term &section : parsed.value().elements()) {
        const QString role = section.at(0).atomText();
        const bool client = role == QLatin1String("client");
        if (!section.isTuple(2) || (!client && role != QLatin1String("server")) ||
            !section.at(1).isProperList())
            return notOptions(path, lines.lineOf(role, {}));
        if (client ? result.hasClient || wanted == TlsSections::Server
                   : result.hasServer || wanted == TlsSections::Client)
            continue;
        TlsRoleReader reader(role, path, lines);
        if (const auto error = reader.read(section.at(1)))
            return base::Failure{*error};
        (client ? result.settings.client : result.settings.server) = reader.result();
        (client ? result.hasClient : result.hasServer) = true;
        result.warnings += reader.warnings();
    }
    return result;
}

TlsOptionResult readTlsOptionFile(const QString &path, TlsSections wanted)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::Failure{TlsOptionError{Kind::Unreadable, path, 0, {}, {}, file.errorString(), {}}};
    }
    QByteArray bytes = file.read(MaxTlsFile + 1);
    if (bytes.size() > MaxTlsFile)
        return base::Failure{TlsOptionError{Kind::TooLarge, path, 0, {}, {}, {}, {}}};
    QString text = QString::fromUtf8(bytes);
    base::wipe(bytes); // it may hold a passphrase
    TlsOptionResult result = parseTlsOptions(text, path, wanted);
    text.fill(u'\0');
    return result;
}

} // namespace nodescope::dist
