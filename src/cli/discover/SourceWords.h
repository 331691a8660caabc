#pragma once

#include <QString>

#include "base/Result.h"
#include "cli/Arguments.h"
#include "cluster/Discovery.h"

namespace nodescope::cli {

/// A source of discovery as it is written on a command line: `epmd:HOST[:PORT]`, `hosts:FILE`,
/// `a:BASENAME@QUERY`, `aaaa:…`, `srv:…`, `gossip[:ADDRESS[:PORT]]`. What the word leaves open comes from the
/// options `--epmd-port`, `--nameserver`, `--interface` and `--secret-file`. The error is a sentence.
[[nodiscard]] base::Result<cluster::SourceSpec, QString>
sourceOf(const QString &word, const Arguments &arguments, quint16 epmdPort);

} // namespace nodescope::cli
