#pragma once

#include <QString>

#include "models/Trends.h"

/// The words for figures and rates, in the language of the moment.
namespace nodescope::widgets {

/// `Processes`, `Memory` …: what a figure is called.
[[nodiscard]] QString wordFor(models::Figure figure);
/// What it tells, in one sentence.
[[nodiscard]] QString explanationOf(models::Figure figure);
/// `1,204`, `56.3 MiB`, `2.1 M/s`, `3 h 12 min`; empty without a value.
[[nodiscard]] QString textOf(models::Figure figure, std::optional<double> value);
/// The same with its unit, short enough to stand under a name: `1,204 processes`.
[[nodiscard]] QString briefOf(models::Figure figure, std::optional<double> value);
/// `12.4/s`: packets a second; empty without a value.
[[nodiscard]] QString packetRateText(std::optional<double> value);
/// `3.1 KiB/s`.
[[nodiscard]] QString byteRateText(std::optional<double> value);
[[nodiscard]] QString countText(std::optional<quint64> value);
[[nodiscard]] QString sizeText(std::optional<quint64> value);
/// `41 s`, `12 min`, `3 h 12 min`, `5 d 3 h`.
[[nodiscard]] QString durationText(qint64 seconds);

} // namespace nodescope::widgets
