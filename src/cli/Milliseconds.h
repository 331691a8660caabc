#pragma once

#include <optional>

#include <QJsonValue>

#include "base/Clock.h"

namespace nodescope::cli {

/// With the fraction, as it is printed and written to JSON; base::toMilliseconds() rounds.
[[nodiscard]] inline double milliseconds(base::Duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// The same for JSON; null where nothing was measured.
[[nodiscard]] inline QJsonValue measuredMilliseconds(const std::optional<base::Duration> &duration)
{
    return duration ? QJsonValue(milliseconds(*duration)) : QJsonValue(QJsonValue::Null);
}

} // namespace nodescope::cli
