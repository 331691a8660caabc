#pragma once

#include <optional>

#include <QList>
#include <QString>
#include <QStringView>

#include "base/Result.h"
#include "dist/tls/TlsFiles.h"
#include "dist/tls/TlsSettings.h"

/// Erlang's own `-ssl_dist_optfile`: one term, `[{server, Options}, {client, Options}].` (ssl, "Using TLS for
/// Erlang Distribution"), so that Nodescope takes part in a cluster with the file that its nodes have.
///
/// Understood: certfile, keyfile, cacertfile, password, verify, fail_if_no_peer_cert, versions, depth,
/// server_name_indication. Without meaning here and passed over: secure_renegotiate, reuse_sessions,
/// log_level and their kind. Anything else is passed over with a warning.
///
/// Where we differ from OTP, always to the safer side:
/// - `verify` of a client is verify_peer unless said otherwise, as in OTP 26 and later, and needs a
///   cacertfile. A server with a cacertfile verifies, too.
/// - a server that verifies refuses clients without certificate unless fail_if_no_peer_cert is false.
/// - the host is verified even where server_name_indication is `disable`.
///
/// File names that are not absolute are relative to the working directory, as in Erlang; what is not there
/// is looked for beside the options file.
namespace nodescope::dist {

struct TlsOptionError
{
    enum class Kind : quint8 {
        Unreadable,    ///< the options file itself, see `detail`
        TooLarge,      ///< over MaxTlsFile bytes
        Syntax,        ///< no Erlang term; `detail` is the parser's code
        NotOptions,    ///< a term, but no list of {server, List} and {client, List}
        BadValue,      ///< an option has a value that it cannot have
        File,          ///< a file that an option names is of no use: `file`
        NoCertificate, ///< a server must have one
        KeyDoesNotFit, ///< the key is not the certificate's
        NoAuthorities  ///< the peer is to be verified, and there is no cacertfile to do it by
    };
    Kind kind = Kind::Unreadable;
    QString path;
    int line = 0;   ///< from 1; 0 where it is the whole file's fault
    QString role;   ///< `client`, `server` or empty
    QString option; ///< its name, or empty
    QString detail;
    std::optional<TlsFileError> file;
};

/// A stable identifier, e.g. `no_authorities`.
[[nodiscard]] const char *kindName(TlsOptionError::Kind kind);

struct TlsOptionWarning
{
    enum class Kind : quint8 {
        Unknown,    ///< not an option that we know; passed over
        Unsupported ///< an option that makes a difference in Erlang, and that we cannot honour
    };
    Kind kind = Kind::Unknown;
    int line = 0;
    QString role;
    QString option;
};

struct TlsOptions
{
    TlsSettings settings;
    bool hasClient = false; ///< the file has a section for it
    bool hasServer = false;
    QList<TlsOptionWarning> warnings;
};

using TlsOptionResult = base::Result<TlsOptions, TlsOptionError>;

/// Which sections are wanted. The others are not looked into: whoever only dials need not be able to read
/// the server's key.
enum class TlsSections : quint8 { Both, Client, Server };

[[nodiscard]] TlsOptionResult readTlsOptionFile(const QString &path, TlsSections wanted = TlsSections::Both);
/// The text of such a file; `path` is for messages and relative names.
[[nodiscard]] TlsOptionResult parseTlsOptions(QStringView text, const QString &path = {},
                                              TlsSections wanted = TlsSections::Both);

} // namespace nodescope::dist
