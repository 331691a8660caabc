#pragma once

#include <QSslConfiguration>
#include <QSslError>

#include "dist/tls/TlsFailure.h"
#include "dist/tls/TlsSettings.h"

/// Our settings in the words of Qt, and Qt's errors in ours. For TlsSetup only.
namespace nodescope::dist {

[[nodiscard]] QSslConfiguration configurationOf(const TlsRole &settings, protocol::Role role);
[[nodiscard]] TlsProblem problemOfCertificate(QSslError::SslError error);

} // namespace nodescope::dist
