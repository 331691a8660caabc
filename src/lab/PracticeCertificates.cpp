#include "lab/PracticeCertificates.h"

#include <QDir>

#include "dist/tls/CertificateMaker.h"
#include "dist/tls/TlsFiles.h"
#include "dist/tls/TlsOptionFile.h"

namespace nodescope::lab {

namespace {

// As Erlang reads it back.
QString quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    return u'"' + escaped + u'"';
}

QByteArray optionText(const QDir &folder)
{
    const QString role =
        QStringLiteral("[{certfile, %1},\n           {keyfile, %2},\n           {cacertfile, %3},\n"
                       "           {verify, verify_peer}")
            .arg(quoted(folder.filePath(QStringLiteral("node.pem"))),
                 quoted(folder.filePath(QStringLiteral("node.key"))),
                 quoted(folder.filePath(QStringLiteral("ca.pem"))));
    const QString text =
        QStringLiteral("[{server, %1,\n           {fail_if_no_peer_cert, true}]},\n {client, %1]}].\n");
    return text.arg(role).toUtf8();
}

base::Failure<PracticeCertificateError> failure(const dist::CertificateError &error)
{
    return base::Failure{PracticeCertificateError{{}, error.detail}};
}

} // namespace

base::Status<PracticeCertificateError> PracticeCertificates::make(const QStringList &hosts)
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/nodescope-tls-XXXXXX"));
    if (!m_folder->isValid())
        return base::Failure{PracticeCertificateError{QDir::tempPath(), m_folder->errorString()}};
    const auto authority = dist::makeSelfSigned({QStringLiteral("Nodescope practice"), {}, true});
    if (!authority.ok())
        return failure(authority.error());
    const auto node = dist::makeCertificate({QStringLiteral("practice"), hosts}, authority.value());
    if (!node.ok())
        return failure(node.error());
    const QDir folder(m_folder->path());
    const std::pair<QString, QByteArray> files[] = {
        {QStringLiteral("ca.pem"), authority.value().certificate},
        {QStringLiteral("node.pem"), node.value().certificate},
        {QStringLiteral("ssl_dist.conf"), optionText(folder)},
    };
    for (const auto &[name, bytes] : files) {
        if (const auto written = dist::writeOwnerFile(folder.filePath(name), bytes); !written.ok())
            return base::Failure{PracticeCertificateError{written.error().path, written.error().detail}};
    }
    const auto key =
        dist::writeOwnerFile(folder.filePath(QStringLiteral("node.key")), node.value().key.reveal());
    if (!key.ok())
        return base::Failure{PracticeCertificateError{key.error().path, key.error().detail}};
    // Read back: what guests get is what our nodes have.
    m_optionFile = folder.filePath(QStringLiteral("ssl_dist.conf"));
    const auto options = dist::readTlsOptionFile(m_optionFile);
    if (!options.ok())
        return base::Failure{
            PracticeCertificateError{m_optionFile, QLatin1String(kindName(options.error().kind))}};
    m_settings = options.value().settings;
    return std::monostate();
}

} // namespace nodescope::lab
