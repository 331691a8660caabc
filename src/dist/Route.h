#pragma once

#include <QHostAddress>

namespace nodescope::dist {

/// Whether this machine has a way to the address, by its own table of routes. Nothing is sent.
[[nodiscard]] bool hasRoute(const QHostAddress &address);
/// Whether the address is one of this machine's own, loopback among them.
[[nodiscard]] bool isOwnAddress(const QHostAddress &address);

} // namespace nodescope::dist
