#pragma once

#include <QMap>

#include "base/Result.h"
#include "cli/Console.h"
#include "cluster/Handshake.h"

namespace nodescope::cli {

/// What each message is to say instead, by the message's label (`send_name` …).
using FieldChoices = QMap<QString, cluster::HandshakeEdit>;

/// Reads `--set MESSAGE.FIELD=VALUE` words: messages are name, status, status_reply, challenge, reply and
/// ack. A cookie is the name of a file. Flags are a number, or names with `+` or `-` before them, changing
/// what we would send. The error is a sentence.
[[nodiscard]] base::Result<FieldChoices, QString> fieldChoices(const QStringList &words, Console &console);

} // namespace nodescope::cli
