#pragma once

#include <memory>

#include <QByteArrayView>
#include <QDebug>

namespace nodescope::base {

/// A cookie, key or passphrase: bytes that are wiped when the last copy goes, and that nothing can
/// print, log or serialise by accident. Copies share one buffer and are cheap; the type is
/// thread-safe as far as a shared constant is.
///
/// There is deliberately no conversion to QString or QByteArray: whoever needs the bytes says so by
/// calling reveal(), and those calls are few enough to be read one by one.
class Secret
{
public:
    /// No secret at all. Differs from an empty secret: an empty cookie is a legal cookie.
    Secret() = default;
    /// Copies `bytes`; the caller still owns, and should wipe, its own copy.
    explicit Secret(QByteArrayView bytes);

    [[nodiscard]] bool isNull() const { return !m_buffer; }
    /// The bytes, valid as long as this object or a copy lives.
    [[nodiscard]] QByteArrayView reveal() const;
    /// Compares in time that depends on the lengths alone. Two null secrets are equal.
    [[nodiscard]] bool equals(const Secret &other) const;

private:
    struct Buffer;
    std::shared_ptr<const Buffer> m_buffer;
};

/// Overwrites `size` bytes at `data` in a way that the optimiser keeps.
void wipe(void *data, std::size_t size);
/// Overwrites and clears a byte array. Call before it is shared: a detached copy is out of reach.
void wipe(QByteArray &bytes);
/// Whether two byte strings are equal, in time that depends on their lengths alone.
[[nodiscard]] bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

/// Prints a placeholder, never the bytes.
QDebug operator<<(QDebug debug, const Secret &secret);

} // namespace nodescope::base
