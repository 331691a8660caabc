#include "dist/tls/TlsRoleReader.h"

#include <array>

#include <QDir>
#include <QFileInfo>

namespace nodescope::dist {

using term::Term;
using Kind = TlsOptionError::Kind;
using Warning = TlsOptionWarning;

namespace {

// Options that change nothing of what we do: caches, logs, and what our library always does.
constexpr std::array WithoutMeaning{"secure_renegotiate",
                                    "client_renegotiation",
                                    "reuse_sessions",
                                    "reuse_session",
                                    "session_tickets",
                                    "log_level",
                                    "log_alert",
                                    "hibernate_after",
                                    "handshake",
                                    "honor_cipher_order",
                                    "honor_ecc_order",
                                    "ktls",
                                    "active",
                                    "nodelay",
                                    "padding_check"};
// Options of Erlang's ssl that make a difference which we cannot make.
constexpr std::array Unsupported{"verify_fun",
                                 "partial_chain",
                                 "crl_check",
                                 "crl_cache",
                                 "ciphers",
                                 "eccs",
                                 "supported_groups",
                                 "signature_algs",
                                 "signature_algs_cert",
                                 "customize_hostname_check",
                                 "cert",
                                 "key",
                                 "cacerts",
                                 "certs_keys",
                                 "dh",
                                 "dhfile",
                                 "psk_identity",
                                 "user_lookup_fun",
                                 "sni_hosts",
                                 "sni_fun",
                                 "cert_policy_opts",
                                 "allow_any_ca_purpose",
                                 "stapling",
                                 "middlebox_comp_mode"};

template<std::size_t N>
bool contains(const std::array<const char *, N> &names, const QString &name)
{
    for (const char *known : names) {
        if (name == QLatin1String(known))
            return true;
    }
    return false;
}

} // namespace

std::optional<TlsOptionError> TlsRoleReader::read(const Term &options)
{
    for (const Term &option : options.elements()) {
        take(option);
        if (m_error)
            return m_error;
    }
    load();
    return m_error;
}

void TlsRoleReader::take(const Term &option)
{
    if (!option.isTuple(2) || !option.at(0).isAtom()) {
        warn(Warning::Kind::Unknown, option.isAtom() ? option.atomText() : QString());
        return;
    }
    static constexpr std::pair<const char *, void (TlsRoleReader::*)(const Term &)> Takers[] = {
        {"certfile", &TlsRoleReader::takeCertificateFile},
        {"keyfile", &TlsRoleReader::takeKeyFile},
        {"cacertfile", &TlsRoleReader::takeAuthorityFile},
        {"password", &TlsRoleReader::takePassword},
        {"verify", &TlsRoleReader::takeVerify},
        {"fail_if_no_peer_cert", &TlsRoleReader::takeDemand},
        {"versions", &TlsRoleReader::takeVersions},
        {"depth", &TlsRoleReader::takeDepth},
        {"server_name_indication", &TlsRoleReader::takeServerName},
    };
    m_option = option.at(0).atomText();
    if (m_seen.contains(m_option))
        return; // of several, Erlang takes the first
    m_seen.append(m_option);
    for (const auto &[name, taker] : Takers) {
        if (m_option == QLatin1String(name)) {
            (this->*taker)(option.at(1));
            return;
        }
    }
    if (!contains(WithoutMeaning, m_option)) {
        const bool known = contains(Unsupported, m_option);
        warn(known ? Warning::Kind::Unsupported : Warning::Kind::Unknown, m_option);
    }
}

void TlsRoleReader::takePassword(const Term &value)
{
    QString text = value.toText().value_or(QString());
    if (text.isNull())
        fail(Kind::BadValue, m_option);
    QByteArray bytes = text.toUtf8();
    m_passphrase = base::Secret(QByteArrayView(bytes));
    base::wipe(bytes);
    text.fill(u'\0');
}

void TlsRoleReader::takeDemand(const Term &value)
{
    if (!value.toBoolean())
        fail(Kind::BadValue, m_option);
    m_result.demandCertificate = value.toBoolean().value_or(true);
}

void TlsRoleReader::takeDepth(const Term &value)
{
    const std::optional<qint64> depth = value.toInteger();
    if (!depth || *depth < 0 || *depth > 255)
        fail(Kind::BadValue, m_option);
    m_result.depth = int(depth.value_or(0));
}

void TlsRoleReader::takeVerify(const Term &value)
{
    if (value.isAtom(u"verify_peer"))
        m_verify = true;
    else if (value.isAtom(u"verify_none"))
        m_verify = false;
    else
        fail(Kind::BadValue, m_option);
}

void TlsRoleReader::takeVersions(const Term &value)
{
    bool old = false;
    bool modern = false;
    for (const Term &version : value.elements()) {
        if (version.isAtom(u"tlsv1.2"))
            old = true;
        else if (version.isAtom(u"tlsv1.3"))
            modern = true;
        else if (version.isAtom(u"tlsv1.1") || version.isAtom(u"tlsv1"))
            warn(Warning::Kind::Unsupported, m_option); // broken, and gone from current libraries
        else
            fail(Kind::BadValue, m_option);
    }
    if (!old && !modern)
        fail(Kind::BadValue, m_option);
    m_result.versions = old && modern ? TlsVersions::Tls12Or13
                        : old         ? TlsVersions::Tls12
                                      : TlsVersions::Tls13;
}

void TlsRoleReader::takeServerName(const Term &value)
{
    if (value.isAtom(u"disable")) {
        warn(Warning::Kind::Unsupported, m_option);
        return;
    }
    m_result.serverName = value.toText().value_or(QString());
    if (m_result.serverName.isEmpty())
        fail(Kind::BadValue, m_option);
}

QString TlsRoleReader::fileOf(const Term &value)
{
    const QString name = value.toText().value_or(QString());
    if (name.isEmpty())
        fail(Kind::BadValue, m_option);
    if (QDir::isAbsolutePath(name) || m_path.isEmpty() || QFileInfo::exists(name))
        return name;
    const QString beside = QFileInfo(m_path).absoluteDir().filePath(name);
    return QFileInfo::exists(beside) ? beside : name;
}

void TlsRoleReader::load()
{
    const bool authorities = !m_authorityFile.isEmpty();
    m_result.verifyPeer = m_verify.value_or(isServer() ? authorities : true);
    if (authorities) {
        const auto certificates = readCertificates(m_authorityFile);
        if (!certificates.ok()) {
            fail(certificates.error(), QStringLiteral("cacertfile"));
            return;
        }
        m_result.authorities = certificates.value();
    }
    if (m_result.verifyPeer && !authorities) {
        fail(Kind::NoAuthorities, m_verify ? QStringLiteral("verify") : QString());
        return;
    }
    if (!m_certificateFile.isEmpty())
        loadOwn();
    else if (isServer())
        fail(Kind::NoCertificate, {});
}

void TlsRoleReader::loadOwn()
{
    const auto chain = readCertificates(m_certificateFile);
    if (!chain.ok()) {
        fail(chain.error(), QStringLiteral("certfile"));
        return;
    }
    // Without keyfile the key stands in the certificate's file, as in Erlang.
    const QString keyOption = m_keyFile.isEmpty() ? QStringLiteral("certfile") : QStringLiteral("keyfile");
    const auto key = readPrivateKey(m_keyFile.isEmpty() ? m_certificateFile : m_keyFile, m_passphrase);
    if (!key.ok()) {
        fail(key.error(), keyOption);
        return;
    }
    if (!keyFits(key.value(), chain.value().front()))
        fail(Kind::KeyDoesNotFit, keyOption);
    m_result.chain = chain.value();
    m_result.key = key.value();
}

} // namespace nodescope::dist
