#pragma once

#include <memory>

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include "base/Result.h"
#include "dist/tls/TlsSettings.h"

namespace nodescope::lab {

/// Why there are no certificates.
struct PracticeCertificateError
{
    QString path; ///< the file or folder at fault; empty if none is
    QString detail;
};

/// The certificates of one practice cluster over TLS: an authority that lives for a day, one certificate
/// that all its nodes and guests show, and the options file that brings a guest in
/// (`erl -proto_dist inet_tls -ssl_dist_optfile FILE`). In a private temporary folder, readable by the
/// owner alone; it goes with this object. The authority's key is never written.
class PracticeCertificates
{
public:
    /// For nodes at these hosts. Call once.
    [[nodiscard]] base::Status<PracticeCertificateError> make(const QStringList &hosts);
    /// Demands a certificate of everybody, in both roles.
    [[nodiscard]] const dist::TlsSettings &settings() const { return m_settings; }
    [[nodiscard]] const QString &optionFile() const { return m_optionFile; }

private:
    std::unique_ptr<QTemporaryDir> m_folder; // mode 0700
    QString m_optionFile;
    dist::TlsSettings m_settings;
};

} // namespace nodescope::lab
