#include <QLabel>
#include <QtTest>

#include "widgets/common/FactList.h"
#include "widgets/common/Labels.h"
#include "widgets/figures/SeriesList.h"
#include "widgets/figures/Sparkline.h"

using namespace nodescope::widgets;

namespace {

QLabel *labelOf(const QWidget &widget, const QString &text)
{
    for (QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->text() == text)
            return label;
    }
    return nullptr;
}

} // namespace

/// Lists of facts and figures in a pane that is narrow, or of large text.
class tst_NarrowLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFactGoesBelowItsName()
    {
        QWidget pane;
        FactList list(&pane);
        const QString name = QStringLiteral("Our name there");
        const QString value = QStringLiteral("23WDG2O8B5R79@vm");
        list.setFacts({{name, value, {}}});
        list.resize(500, 200);
        pane.show();
        list.show();
        const QLabel *left = labelOf(list, name);
        const QLabel *right = labelOf(list, value);
        QVERIFY(left && right);
        QTRY_VERIFY(right->x() >= left->geometry().right());
        list.resize(list.minimumSizeHint().width() + 20, 200);
        QTRY_VERIFY(right->y() >= left->geometry().bottom());
        QVERIFY(right->geometry().right() <= list.width());
    }

    void aFigureGoesBelowItsName()
    {
        QWidget pane;
        SeriesList list(&pane);
        SeriesList::Series series;
        series.name = QStringLiteral("Packets, both ways");
        series.value = QStringLiteral("1,024.5/s");
        series.recent = {1, 2, 3};
        series.peak = QStringLiteral("peak 3/s");
        list.setSeries({series});
        list.resize(500, 100);
        pane.show();
        list.show();
        const QLabel *name = labelOf(list, series.name);
        const QLabel *value = labelOf(list, series.value);
        QVERIFY(name && value && labelOf(list, series.peak));
        QTRY_VERIFY(value->x() >= name->geometry().right());
        const QLabel *peak = labelOf(list, series.peak);
        list.resize(name->sizeHint().width() + value->sizeHint().width() + 20, 100);
        QTRY_VERIFY(peak->mapTo(&list, QPoint()).y() >= name->geometry().bottom());
        QVERIFY(value->x() >= name->geometry().right());
        list.resize(name->sizeHint().width() + 20, 100);
        QTRY_VERIFY(value->y() >= name->geometry().bottom());
    }

    void teethAreLevelled()
    {
        QList<float> teeth;
        for (int i = 0; i < 40; ++i)
            teeth.append(i % 2 == 0 ? 0.0F : 2.0F);
        const QList<float> smooth = Sparkline::smoothed(teeth, 4);
        QCOMPARE(smooth.size(), teeth.size());
        for (qsizetype i = 2; i < smooth.size() - 2; ++i)
            QCOMPARE(smooth.at(i), 1.0F);
        QCOMPARE(Sparkline::smoothed({3, 3, 3}, 4), QList<float>({3, 3, 3}));
    }

    void aTitleGivesUpTheHostFirst()
    {
        ElidedLabel label(TextRole::Title);
        const QString full = QStringLiteral("Nodescope → mallory@127.0.0.1");
        const QString brief = QStringLiteral("Nodescope → mallory");
        label.setFullText(full, Qt::ElideMiddle);
        label.setShorterTexts({brief});
        label.resize(label.fontMetrics().horizontalAdvance(full) + 4, 30);
        label.show();
        QCOMPARE(label.text(), full);
        label.resize(label.fontMetrics().horizontalAdvance(brief) + 4, 30);
        QTRY_COMPARE(label.text(), brief);
        QVERIFY(label.toolTip().contains(QStringLiteral("127.0.0.1")));
    }
};

QTEST_MAIN(tst_NarrowLists)
#include "tst_NarrowLists.moc"
