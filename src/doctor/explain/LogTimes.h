#pragma once

#include <QByteArrayView>

#include "doctor/explain/LogFinding.h"

namespace nodescope::doctor {

/// When the message at `at` was logged: the time in front of it in its line, else the one at the head of the
/// nearest of the few lines above, since a message of several lines has its time on top. Null: none is there.
[[nodiscard]] LogTime timeOf(QByteArrayView text, qsizetype at);

/// The first time within a piece of text, in any of the forms that loggers use. Null: none.
[[nodiscard]] LogTime parseLogTime(QByteArrayView text);

} // namespace nodescope::doctor
