#pragma once

#include <optional>

#include <QStringList>

#include "dist/tls/TlsOptionFile.h"
#include "dist/tls/TlsOptionLines.h"
#include "term/Term.h"

namespace nodescope::dist {

/// The options of one role, one after the other.
class TlsRoleReader
{
public:
    TlsRoleReader(QString role, QString path, const TlsOptionLines &lines)
        : m_role(std::move(role))
        , m_path(std::move(path))
        , m_lines(lines)
    {
    }

    /// What is wrong, if anything is.
    std::optional<TlsOptionError> read(const term::Term &options);
    [[nodiscard]] const TlsRole &result() const { return m_result; }
    [[nodiscard]] const QList<TlsOptionWarning> &warnings() const { return m_warnings; }

private:
    void take(const term::Term &option);
    void takeCertificateFile(const term::Term &value) { m_certificateFile = fileOf(value); }
    void takeKeyFile(const term::Term &value) { m_keyFile = fileOf(value); }
    void takeAuthorityFile(const term::Term &value) { m_authorityFile = fileOf(value); }
    void takePassword(const term::Term &value);
    void takeDemand(const term::Term &value);
    void takeDepth(const term::Term &value);
    void takeVerify(const term::Term &value);
    void takeVersions(const term::Term &value);
    void takeServerName(const term::Term &value);
    [[nodiscard]] QString fileOf(const term::Term &value);
    void load();
    void loadOwn();

    void fail(TlsOptionError::Kind kind, const QString &option, const QString &detail = {})
    {
        if (!m_error)
            m_error =
                TlsOptionError{kind, m_path, m_lines.lineOf(m_role, option), m_role, option, detail, {}};
    }
    void fail(const TlsFileError &error, const QString &option)
    {
        fail(TlsOptionError::Kind::File, option, QLatin1String(kindName(error.kind)));
        m_error->file = error;
    }
    void warn(TlsOptionWarning::Kind kind, const QString &option)
    {
        m_warnings.append({kind, m_lines.lineOf(m_role, option), m_role, option});
    }
    [[nodiscard]] bool isServer() const { return m_role == QLatin1String("server"); }

    const QString m_role;
    const QString m_path;
    const TlsOptionLines &m_lines;
    TlsRole m_result;
    QList<TlsOptionWarning> m_warnings;
    std::optional<TlsOptionError> m_error;
    QString m_option; // in hand
    QStringList m_seen;
    QString m_certificateFile;
    QString m_keyFile;
    QString m_authorityFile;
    base::Secret m_passphrase;
    std::optional<bool> m_verify;
};

} // namespace nodescope::dist
