#pragma once

#include <QCoreApplication>

namespace nodescope::doctor {

/// tr() for what is said of handshakes: one context in the translations, "HandshakeText".
class HandshakeWords
{
    Q_DECLARE_TR_FUNCTIONS(HandshakeText)
};

} // namespace nodescope::doctor
