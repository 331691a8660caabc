#pragma once

#include <QByteArrayView>
#include <QList>
#include <QStringView>

#include "doctor/explain/LogFinding.h"

namespace nodescope::doctor {

/// Finds what nodes of OTP 23 to 29, Elixir, RabbitMQ and EPMD say about the distribution in text that was
/// pasted: plain, with the prefixes of journald, syslog, docker and Kubernetes, as JSON lines, with colours,
/// wrapped, or mixed from several nodes. In the order of their first occurrence.
///
/// Pure and thread-safe. Any bytes are safe: time is linear in the text's length; at most MaxFindings
/// differing findings are kept, and no copy of the text is made. Invalid UTF-8 becomes U+FFFD in excerpts.
/// Neither a cookie nor a digest is ever part of a finding.
[[nodiscard]] QList<LogFinding> explainLog(QByteArrayView utf8);
[[nodiscard]] QList<LogFinding> explainLog(QStringView text);

/// Differing findings that are kept; what comes after them is not looked at.
inline constexpr qsizetype MaxFindings = 1000;

} // namespace nodescope::doctor
