#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyledItemDelegate>
#include <QtTest>

#include "support/ThemeRows.h"
#include "widgets/style/StyleSheet.h"
#include "widgets/style/ThemeManager.h"

using namespace nodescope::widgets;

namespace {

/// The column of the last pixel in which something is drawn.
int inkEnd(QWidget &widget)
{
    const QImage image = widget.grab().toImage();
    const QColor ground = image.pixelColor(image.width() - 1, 0);
    for (int x = image.width() - 1; x >= 0; --x) {
        for (int y = 0; y < image.height(); ++y) {
            const QColor at = image.pixelColor(x, y);
            if (std::abs(at.lightness() - ground.lightness()) > 40)
                return x;
        }
    }
    return -1;
}

} // namespace

class tst_ProgramStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsOfFormsKeepTheirLastLetter_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<QString>("text");
        for (const int percent : {75, 100, 125, 200}) {
            for (const char *text : {"&Text size", "&Tamanho do texto", "A&way", "&Language"})
                QTest::addRow("%s at %d", text, percent) << percent << QString::fromLatin1(text);
        }
    }
    void labelsOfFormsKeepTheirLastLetter()
    {
        QFETCH(const int, percent);
        QFETCH(const QString, text);
        ThemeManager themes(*qApp);
        themes.setMode(ThemeManager::Mode::Light);
        themes.setTextScale(percent);
        QWidget form;
        auto *rows = new QFormLayout(&form);
        rows->addRow(text, new QLineEdit(&form));
        form.show();
        auto *label = form.findChild<QLabel *>();
        label->setFixedSize(label->sizeHint());
        const int narrow = inkEnd(*label);
        label->setFixedWidth(label->sizeHint().width() + 80);
        QVERIFY(narrow > 0);
        QCOMPARE(inkEnd(*label), narrow);
    }

    void labelsOfFormsFollowTheTextSize()
    {
        ThemeManager themes(*qApp);
        QWidget form;
        auto *rows = new QFormLayout(&form);
        rows->addRow(QStringLiteral("&Text size"), new QLineEdit(&form));
        form.show();
        auto *label = form.findChild<QLabel *>();
        const int before = label->sizeHint().width();
        themes.setTextScale(200);
        QTRY_VERIFY(label->sizeHint().width() > 1.7 * before);
    }

    void listsOfComboBoxesLookLikeMenus()
    {
        ThemeManager themes(*qApp);
        QComboBox box;
        box.addItems({QStringLiteral("one"), QStringLiteral("two")});
        box.show();
        QVERIFY(qobject_cast<QStyledItemDelegate *>(box.itemDelegate()));
        QCOMPARE(box.style()->styleHint(QStyle::SH_ComboBox_PopupFrameStyle, nullptr, &box),
                 int(QFrame::NoFrame));
        QCOMPARE(box.style()->styleHint(QStyle::SH_ComboBox_Popup, nullptr, &box), 0);
    }

    void iconsInFieldsGrowWithText()
    {
        ThemeManager themes(*qApp);
        QLineEdit field;
        const int before = field.style()->pixelMetric(QStyle::PM_LineEditIconSize, nullptr, &field);
        themes.setTextScale(200);
        QCOMPARE(field.style()->pixelMetric(QStyle::PM_LineEditIconSize, nullptr, &field), 2 * before);
    }

    void focusMovesNothing()
    {
        ThemeManager themes(*qApp);
        QWidget form;
        QCheckBox box(QStringLiteral("&Flapping"), &form);
        form.show();
        const QSize before = box.sizeHint();
        box.setFocus();
        QCOMPARE(box.sizeHint(), before);
    }

    void focusOfAPrimaryButtonStandsOut_data() { nodescope::test::addThemeRows(); }
    void focusOfAPrimaryButtonStandsOut()
    {
        const Theme theme = nodescope::test::themeOfRow();
        const QColor fill = accentFocused(theme);
        QVERIFY2(contrastRatio(theme.text, fill) >= 3,
                 qPrintable(QString::number(contrastRatio(theme.text, fill))));
        QVERIFY2(contrastRatio(theme.onAccent, fill) >= 4.5,
                 qPrintable(QString::number(contrastRatio(theme.onAccent, fill))));
        for (const QColor &ground : {theme.ground, theme.panel, theme.control})
            QVERIFY(contrastRatio(theme.accent, ground) >= 3);
    }
};

QTEST_MAIN(tst_ProgramStyle)
#include "tst_ProgramStyle.moc"
