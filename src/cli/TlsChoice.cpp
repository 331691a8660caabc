#include "cli/TlsChoice.h"

#include <QJsonObject>

#include "cli/SafeText.h"
#include "cli/Words.h"
#include "dist/tls/TlsOptionFile.h"

namespace nodescope::cli {

using dist::TlsFileError;
using dist::TlsOptionError;
using dist::TlsOptionWarning;

namespace {

QString problemText(const TlsFileError &error)
{
    const QString path = safeText(error.path);
    switch (error.kind) {
    case TlsFileError::Kind::Unreadable:
        return Words::tr("%1 cannot be read: %2").arg(path, error.detail);
    case TlsFileError::Kind::TooLarge:
        return Words::tr("%1 is too large").arg(path);
    case TlsFileError::Kind::NoCertificate:
        return Words::tr("there is no certificate in %1").arg(path);
    case TlsFileError::Kind::NoKey:
        return Words::tr("there is no private key in %1").arg(path);
    case TlsFileError::Kind::PassphraseNeeded:
        return Words::tr("the key in %1 needs a passphrase (password)").arg(path);
    case TlsFileError::Kind::WrongPassphrase:
        return Words::tr("the passphrase (password) does not open the key in %1").arg(path);
    }
    return {};
}

QString reasonOf(const TlsOptionError &error)
{
    switch (error.kind) {
    case TlsOptionError::Kind::Unreadable:
        return error.detail;
    case TlsOptionError::Kind::TooLarge:
        return Words::tr("the file is too large");
    case TlsOptionError::Kind::Syntax:
        return Words::tr("this is no Erlang term (%1)").arg(error.detail);
    case TlsOptionError::Kind::NotOptions:
        return Words::tr("this is no list of {server, Options} and {client, Options}");
    case TlsOptionError::Kind::BadValue:
        return Words::tr("%1 cannot have this value").arg(error.option);
    case TlsOptionError::Kind::File:
        return problemText(error.file.value_or(TlsFileError()));
    case TlsOptionError::Kind::NoCertificate:
        return Words::tr("a server needs certfile");
    case TlsOptionError::Kind::KeyDoesNotFit:
        return Words::tr("the key is not that of the certificate");
    case TlsOptionError::Kind::NoAuthorities:
        return Words::tr(
            "the other side is to be verified (the default since OTP 26), and there is no cacertfile");
    }
    return {};
}

// FILE:LINE: role: reason, as compilers write it.
QString problemText(const TlsOptionError &error)
{
    QString place = safeText(error.path);
    if (error.line > 0)
        place += u':' + QString::number(error.line);
    const QString role = error.role.isEmpty() ? QString() : error.role + QStringLiteral(": ");
    return place + QStringLiteral(": ") + role + reasonOf(error);
}

QString problemText(const TlsOptionWarning &warning, const QString &path)
{
    const QString place =
        QStringLiteral("%1:%2: %3: ").arg(safeText(path)).arg(warning.line).arg(warning.role);
    const QString option = safeText(warning.option);
    return place + (warning.kind == TlsOptionWarning::Kind::Unsupported
                        ? Words::tr("%1 has no effect here").arg(option)
                        : Words::tr("%1 is not known, and passed over").arg(option));
}

base::Result<std::optional<dist::TlsRole>, ExitStatus> roleOf(const Arguments &arguments,
                                                              dist::TlsSections wanted, Console &console)
{
    if (!arguments.has(QStringLiteral("tls-optfile")))
        return std::optional<dist::TlsRole>();
    const QString path = arguments.value(QStringLiteral("tls-optfile"));
    const auto options = dist::readTlsOptionFile(path, wanted);
    if (!options.ok()) {
        const TlsOptionError &error = options.error();
        console.error(QStringLiteral("tls_options"), problemText(error),
                      {{QStringLiteral("reason"), QLatin1String(dist::kindName(error.kind))},
                       {QStringLiteral("line"), error.line},
                       {QStringLiteral("option"), error.option}});
        return base::Failure{ExitStatus::WrongUse};
    }
    const bool client = wanted == dist::TlsSections::Client;
    if (!(client ? options.value().hasClient : options.value().hasServer)) {
        console.error(QStringLiteral("tls_options"),
                      (client ? Words::tr("%1: there are no options for a client")
                              : Words::tr("%1: there are no options for a server"))
                          .arg(safeText(path)));
        return base::Failure{ExitStatus::WrongUse};
    }
    for (const TlsOptionWarning &warning : options.value().warnings)
        console.notice(QStringLiteral("tls_option_ignored"), problemText(warning, path));
    return std::optional<dist::TlsRole>(client ? options.value().settings.client
                                               : options.value().settings.server);
}

} // namespace

Option tlsOption()
{
    return {QStringLiteral("tls-optfile"), QStringLiteral("FILE"),
            Words::tr("speak TLS, by the client's options in an Erlang file for -ssl_dist_optfile")};
}

base::Result<std::optional<dist::TlsRole>, ExitStatus> chooseTls(const Arguments &arguments, Console &console)
{
    return roleOf(arguments, dist::TlsSections::Client, console);
}

base::Result<std::optional<dist::TlsRole>, ExitStatus> chooseServerTls(const Arguments &arguments,
                                                                       Console &console)
{
    return roleOf(arguments, dist::TlsSections::Server, console);
}

} // namespace nodescope::cli
