#pragma once

#include <QApplication>
#include <QTest>

#include "widgets/style/Theme.h"

namespace nodescope::test {

/// A row of test data for each theme that there is.
inline void addThemeRows()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("highContrast");
    QTest::newRow("light") << false << false;
    QTest::newRow("dark") << true << false;
    QTest::newRow("light, high contrast") << false << true;
    QTest::newRow("dark, high contrast") << true << true;
}

/// The theme of the row that is tested.
inline widgets::Theme themeOfRow()
{
    QFETCH(const bool, dark);
    QFETCH(const bool, highContrast);
    return widgets::Theme::make(dark, highContrast, QApplication::font());
}

} // namespace nodescope::test
