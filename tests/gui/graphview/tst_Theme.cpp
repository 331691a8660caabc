#include <QtTest>

#include <QApplication>
#include <QPainter>
#include <QWidget>

#include "widgets/style/Icons.h"
#include "widgets/style/StyleSheet.h"
#include "widgets/style/ThemeManager.h"

using namespace nodescope::widgets;

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("highContrast");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark") << true << false;
        QTest::newRow("light, high contrast") << false << true;
        QTest::newRow("dark, high contrast") << true << true;
    }

    void textCanBeRead()
    {
        QFETCH(bool, dark);
        QFETCH(bool, highContrast);
        const Theme theme = Theme::make(dark, highContrast, QApplication::font());
        const QList<QColor> grounds{theme.ground, theme.stage, theme.panel, theme.field};
        for (const QColor &ground : grounds) {
            for (const QColor &text :
                 {theme.text, theme.secondary, theme.accent, theme.failed, theme.attentionText})
                QVERIFY2(contrastRatio(text, ground) >= 4.5,
                         qPrintable(text.name() + QStringLiteral(" on ") + ground.name()));
            for (const QColor &graphic : {theme.up, theme.idle})
                QVERIFY2(contrastRatio(graphic, ground) >= 3, qPrintable(graphic.name()));
        }
        QVERIFY(contrastRatio(theme.link, theme.stage) >= 3);
        QVERIFY(contrastRatio(theme.onAccent, theme.accent) >= 4.5);
        if (highContrast)
            QVERIFY(contrastRatio(theme.text, theme.panel) >= 19);
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
