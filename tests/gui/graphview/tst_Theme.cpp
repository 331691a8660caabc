#include <QtTest>

#include <array>
#include <cmath>

#include <QApplication>
#include <QPainter>
#include <QWidget>

#include "support/ThemeRows.h"
#include "widgets/style/Icons.h"
#include "widgets/style/StyleSheet.h"
#include "widgets/style/SystemMotion.h"
#include "widgets/style/ThemeManager.h"

using namespace nodescope::widgets;

namespace {

enum class Sight { Protan, Deutan, Tritan };

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// Linear light as somebody without that kind of cone sees it (Viénot, Brettel and Mollon, 1999, for protan
/// and deutan; Brettel's plane for tritan).
std::array<double, 3> seenBy(Sight sight, const QColor &colour)
{
    static constexpr double Matrices[3][9] = {
        {0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1},
        {0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1},
        {1.01277, 0.13548, -0.14826, -0.01243, 0.86812, 0.14431, 0.07589, 0.80500, 0.11911}};
    const double *m = Matrices[int(sight)];
    const double r = linear(colour.redF());
    const double g = linear(colour.greenF());
    const double b = linear(colour.blueF());
    return {m[0] * r + m[1] * g + m[2] * b, m[3] * r + m[4] * g + m[5] * b, m[6] * r + m[7] * g + m[8] * b};
}

/// In OKLab, where 0.02 is just seen side by side.
double distance(const std::array<double, 3> &x, const std::array<double, 3> &y)
{
    const auto lab = [](const std::array<double, 3> &c) {
        const double l =
            std::cbrt(std::max(0.0, 0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]));
        const double m =
            std::cbrt(std::max(0.0, 0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]));
        const double s =
            std::cbrt(std::max(0.0, 0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]));
        return std::array{0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
    };
    const auto a = lab(x);
    const auto b = lab(y);
    return std::hypot(a[0] - b[0], std::hypot(a[1] - b[1], a[2] - b[2]));
}

} // namespace

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data() { nodescope::test::addThemeRows(); }
    void textCanBeRead()
    {
        const Theme theme = nodescope::test::themeOfRow();
        const QList<QColor> grounds{theme.ground, theme.stage, theme.panel, theme.field};
        for (const QColor &ground : grounds) {
            for (const QColor &text :
                 {theme.text, theme.secondary, theme.accent, theme.failed, theme.attentionText})
                QVERIFY2(contrastRatio(text, ground) >= 4.5,
                         qPrintable(text.name() + QStringLiteral(" on ") + ground.name()));
            for (const QColor &graphic :
                 {theme.up, theme.idle, theme.attention, theme.failed, theme.accent, theme.link})
                QVERIFY2(contrastRatio(graphic, ground) >= 3,
                         qPrintable(graphic.name() + QStringLiteral(" on ") + ground.name()));
        }
        QVERIFY(contrastRatio(theme.onAccent, theme.accent) >= 4.5);
        if (theme.highContrast)
            QVERIFY(contrastRatio(theme.text, theme.panel) >= 19);
    }

    void statesDifferForEveryEye_data() { nodescope::test::addThemeRows(); }
    void statesDifferForEveryEye()
    {
        const Theme theme = nodescope::test::themeOfRow();
        const std::array states{theme.up, theme.attention, theme.failed};
        for (const Sight sight : {Sight::Protan, Sight::Deutan, Sight::Tritan}) {
            for (size_t i = 0; i < states.size(); ++i) {
                for (size_t j = i + 1; j < states.size(); ++j) {
                    const double apart = distance(seenBy(sight, states[i]), seenBy(sight, states[j]));
                    // Signs and words tell them apart as well; this is so that colour helps everybody.
                    QVERIFY2(apart > 0.06, qPrintable(QStringLiteral("%1 %2 for %3: %4")
                                                          .arg(states[i].name(), states[j].name())
                                                          .arg(int(sight))
                                                          .arg(apart)));
                }
            }
        }
    }

    void systemsMotionIsFollowed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("reduced");
        const QString gtk = QStringLiteral("gtk-3.0/settings.ini");
        const QString kde = QStringLiteral("kdeglobals");
        QTest::newRow("nothing") << gtk << QByteArray("[Settings]\n") << false;
        QTest::newRow("gtk off") << gtk << QByteArray("[Settings]\ngtk-enable-animations=0\n") << true;
        QTest::newRow("gtk false") << gtk << QByteArray("[Settings]\ngtk-enable-animations = false\n")
                                   << true;
        QTest::newRow("gtk on") << gtk << QByteArray("[Settings]\ngtk-enable-animations=1\n") << false;
        QTest::newRow("kde off") << kde << QByteArray("[KDE]\nAnimationDurationFactor=0\n") << true;
        QTest::newRow("kde fast") << kde << QByteArray("[KDE]\nAnimationDurationFactor=0.5\n") << false;
    }
    void systemsMotionIsFollowed()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(bool, reduced);
        QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkpath(QFileInfo(file).path()));
        QFile written(home.filePath(file));
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(content);
        written.close();
        QCOMPARE(filesReduceMotion(home.path()), reduced);
    }

    void everyIconIsDrawn()
    {
        for (int i = int(Glyph::Connect); i <= int(Glyph::Clock); ++i) {
            const auto glyph = static_cast<Glyph>(i);
            QVERIFY2(!fileOf(glyph).isEmpty(), qPrintable(QString::number(i)));
            QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintGlyph(painter, glyph, QRectF(0, 0, 48, 48), Qt::red);
            painter.end();
            int inked = 0;
            for (int y = 0; y < 48; ++y) {
                for (int x = 0; x < 48; ++x) {
                    const QColor colour = image.pixelColor(x, y);
                    inked += colour.alpha() > 128 ? 1 : 0;
                    QVERIFY2(colour.alpha() < 200 || colour.red() > 240, qPrintable(fileOf(glyph)));
                }
            }
            QVERIFY2(inked > 20, qPrintable(fileOf(glyph)));
        }
    }

    void theStyleSheetIsComplete()
    {
        const QString sheet = styleSheetFor(Theme::make(false, false, QApplication::font()));
        QVERIFY(sheet.contains(QStringLiteral("QPushButton")));
        QVERIFY(!sheet.contains(QLatin1Char('@')));
    }

    void modesChangeThePalette()
    {
        ThemeManager themes(*qApp);
        QSignalSpy changed(&themes, &ThemeManager::themeChanged);
        QWidget widget;
        widget.show();
        themes.setMode(ThemeManager::Mode::Dark);
        QVERIFY(Theme::current(&widget).dark);
        QCOMPARE(Theme::current(&widget).panel, QColor(0x1e242c));
        themes.setMode(ThemeManager::Mode::Light);
        QVERIFY(!Theme::current(&widget).dark);
        QVERIFY(!Theme::current(&widget).highContrast);
        themes.setMode(ThemeManager::Mode::HighContrast);
        QVERIFY(Theme::current(&widget).highContrast);
        QCOMPARE(changed.size(), 3);
    }

    void sizesFollowTheFont()
    {
        ThemeManager themes(*qApp);
        const qreal scale = Theme::current(nullptr).scale;
        QVERIFY(std::abs(scale - 1) < 0.1);
        themes.setTextScale(200);
        QVERIFY(std::abs(Theme::current(nullptr).scale - 2 * scale) < 0.15);
        QVERIFY(Theme::current(nullptr).small.pointSizeF() < Theme::current(nullptr).font.pointSizeF());
        themes.setTextScale(100);
    }
};

QTEST_MAIN(tst_Theme)
#include "tst_Theme.moc"
