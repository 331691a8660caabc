#include "dist/GossipHeartbeat.h"

#include <array>
#include <memory>

#include <openssl/evp.h>

#include "term/Decoder.h"

namespace nodescope::dist {

namespace {

constexpr QByteArrayView Prelude("heartbeat::");
constexpr int BlockBytes = 16;
constexpr size_t KeyBytes = 32;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

/// Empty when the secret does not open it: the padding of what comes out is the only sign.
QByteArray opened(QByteArrayView datagram, const base::Secret &secret)
{
    const qsizetype length = datagram.size() - BlockBytes;
    if (length < BlockBytes || length % BlockBytes != 0)
        return {};
    std::array<unsigned char, KeyBytes> key{};
    const QByteArrayView password = secret.reveal();
    if (EVP_Digest(password.data(), size_t(password.size()), key.data(), nullptr, EVP_sha256(), nullptr) != 1)
        return {};
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const bool ready = cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_cbc(), nullptr, key.data(),
                                                    octets(datagram)) == 1;
    base::wipe(key.data(), key.size());
    if (!ready)
        return {};
    QByteArray plain(length + BlockBytes, Qt::Uninitialized);
    auto *into = reinterpret_cast<unsigned char *>(plain.data());
    int written = 0;
    int rest = 0;
    if (EVP_DecryptUpdate(cipher.get(), into, &written, octets(datagram.sliced(BlockBytes)), int(length)) !=
            1 ||
        EVP_DecryptFinal_ex(cipher.get(), into + written, &rest) != 1)
        return {};
    plain.truncate(written + rest);
    return plain;
}

base::Result<base::NodeName, HeartbeatFault> readPlain(const QByteArray &plain)
{
    term::DecodeOptions options;
    options.limits.frameBytes = MaxHeartbeatBytes;
    options.limits.inflatedBytes = MaxHeartbeatBytes;
    options.limits.values = 64;
    options.limits.atoms = 16;
    const auto decoded = term::decode(plain, Prelude.size(), options);
    if (!decoded.ok())
        return base::Failure{HeartbeatFault::NotATerm};
    const term::Term name = decoded->term.value(u"node");
    const auto node = name.isAtom() ? base::NodeName::parse(name.atomText()) : std::nullopt;
    if (!node)
        return base::Failure{HeartbeatFault::NotANode};
    if (node->text() == u"nonode@nohost")
        return base::Failure{HeartbeatFault::NotNamed};
    return *node;
}

} // namespace

base::Result<base::NodeName, HeartbeatFault> readHeartbeat(const QByteArray &datagram,
                                                           const base::Secret &secret)
{
    if (datagram.size() > MaxHeartbeatBytes)
        return base::Failure{HeartbeatFault::TooLong};
    if (secret.isNull()) {
        if (!datagram.startsWith(Prelude))
            return base::Failure{HeartbeatFault::NoPrelude};
        return readPlain(datagram);
    }
    const QByteArray plain = opened(datagram, secret);
    if (!plain.startsWith(Prelude))
        return base::Failure{HeartbeatFault::NotOpened};
    return readPlain(plain);
}

} // namespace nodescope::dist
