#include "protocol/handshake/Digest.h"

#include <algorithm>

#include <QCryptographicHash>

namespace nodescope::protocol {

Digest Digest::fromBytes(QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() >= Size);
    Digest digest;
    std::copy_n(bytes.begin(), qMin(bytes.size(), Size), digest.m_bytes.begin());
    return digest;
}

Digest Digest::of(const base::Secret &cookie, quint32 challenge)
{
    const QByteArrayView bytes = cookie.reveal();
    QCryptographicHash hash(QCryptographicHash::Md5);
    // Qt 6.4 takes a view; the cookie is never copied.
    hash.addData(bytes);
    hash.addData(QByteArrayView(QByteArray::number(challenge)));
    return fromBytes(hash.result());
}

bool DigestProof::digestMatches(const base::Secret &cookie) const
{
    return !cookie.isNull() && Digest::of(cookie, challenge) == digest;
}

QDebug operator<<(QDebug debug, const Digest &)
{
    QDebugStateSaver saver(debug);
    return debug.nospace().noquote() << "Digest(hidden)";
}

} // namespace nodescope::protocol
