#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/exporting/ClusterFile.h"
#include "widgets/exporting/PictureFile.h"
#include "widgets/exporting/PrintedPage.h"
#include "widgets/graphview/GraphView.h"
#include "widgets/style/ThemeManager.h"

using namespace nodescope;
using namespace nodescope::widgets;

namespace {

constexpr QSize Size(900, 600);

/// The demo cluster on a stage that is at rest.
struct Stage
{
    Stage()
        : themes(*qApp)
        , view(store, selection)
    {
        themes.setMode(ThemeManager::Mode::Light);
        view.setReducedMotion(true);
        view.resize(Size);
        view.show();
        store.apply(test::demoCluster());
        QCoreApplication::processEvents();
    }
    QByteArray bytes(PictureFormat format, qreal scale = 1, const PaintOptions &options = {}) const
    {
        return pictureBytes(format, Size, scale, [&](QPainter &painter, const QRectF &target) {
            view.paintTo(painter, target, options);
        });
    }

    cluster::ClusterStore store;
    SelectionModel selection;
    ThemeManager themes;
    GraphView view;
};

QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.exitCode() == 0 ? QByteArray() : process.readAllStandardError() + "(failed)";
}

QString textsOf(const QByteArray &svg)
{
    QString all;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters)
            all += xml.text();
    }
    return xml.hasError() ? xml.errorString() : all;
}

} // namespace

class tst_Exporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatFollowsTheName();
    void svgIsWellFormedAndNamesTheNodes();
    void svgIsValidForXmllint();
    void pngHasItsScale();
    void pdfIsOnePageOfThatSize();
    void paperSaysWhatAndWhen();
    void lookCanBeChosen();
    void nothingOfThePointerIsExported();
    void clusterFiles_data();
    void clusterFiles();
    void aFileThatCannotBeWrittenSaysWhy();
    void whatWasThereStaysWhenWritingFails();
};

void tst_Exporting::formatFollowsTheName()
{
    QVERIFY(pictureFormatOf(QStringLiteral("a.b.SVG")) == PictureFormat::Svg);
    QVERIFY(pictureFormatOf(QStringLiteral("x.png")) == PictureFormat::Png);
    QVERIFY(pictureFormatOf(QStringLiteral("x.Pdf")) == PictureFormat::Pdf);
    QVERIFY(!pictureFormatOf(QStringLiteral("svg")));
    QVERIFY(!pictureFormatOf(QStringLiteral("x.svg.txt")));
}

void tst_Exporting::svgIsWellFormedAndNamesTheNodes()
{
    const Stage stage;
    const QByteArray svg = stage.bytes(PictureFormat::Svg);
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBox(), QRect(QPoint(), Size));
    const QString texts = textsOf(svg);
    for (const auto *name : {u"shop", u"orders", u"billing"})
        QVERIFY2(texts.contains(QStringView(name)), qPrintable(texts));
}

void tst_Exporting::svgIsValidForXmllint()
{
    const QString xmllint = QStandardPaths::findExecutable(QStringLiteral("xmllint"));
    if (xmllint.isEmpty())
        QSKIP("xmllint is not installed");
    const Stage stage;
    const QStringList check{QStringLiteral("--noout"), QStringLiteral("-")};
    QCOMPARE(run(xmllint, check, stage.bytes(PictureFormat::Svg)), QByteArray());
    QCOMPARE(run(xmllint, check, clusterBytes(ClusterFormat::Graphml, stage.store.cluster())), QByteArray());
}

void tst_Exporting::pngHasItsScale()
{
    const Stage stage;
    for (const int scale : {1, 3}) {
        const QImage image = QImage::fromData(stage.bytes(PictureFormat::Png, scale), "PNG");
        QCOMPARE(image.size(), Size * scale);
        // It is not empty: the ground, and more than the ground.
        const QColor ground = image.pixelColor(0, 0);
        QCOMPARE(ground, stage.themes.theme().stage);
        int others = 0;
        for (int x = 0; x < image.width(); x += 2)
            others += image.pixelColor(x, image.height() / 2) != ground ? 1 : 0;
        QVERIFY(others > 20);
    }
}

void tst_Exporting::pdfIsOnePageOfThatSize()
{
    const Stage stage;
    const QByteArray pdf = stage.bytes(PictureFormat::Pdf);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    QCOMPARE(pdf.count("/Type /Page\n"), 1);
    // 900 x 600 logical pixels at 96 an inch, in points.
    QVERIFY2(pdf.contains("/MediaBox [0 0 675"), pdf.left(2000).constData());
}

void tst_Exporting::paperSaysWhatAndWhen()
{
    const Stage stage;
    const QDateTime now(QDate(2026, 11, 27), QTime(13, 5));
    const PageHeading heading = headingOf(stage.store.cluster(), now);
    QVERIFY(!heading.title.isEmpty());
    QVERIFY(heading.subtitle.contains(QStringLiteral("2026")) &&
            heading.subtitle.contains(QStringLiteral("node")));
    QRectF given;
    const QByteArray svg =
        pictureBytes(PictureFormat::Svg, Size, 1, [&](QPainter &painter, const QRectF &page) {
            paintPrintedPage(painter, page, heading,
                             [&](QPainter &, const QRectF &target) { given = target; });
        });
    QVERIFY(textsOf(svg).contains(heading.subtitle));
    QVERIFY(given.top() > 40 && given.bottom() == Size.height() && given.width() == Size.width());
}

void tst_Exporting::lookCanBeChosen()
{
    const Stage stage;
    PaintOptions dark;
    dark.dark = true;
    const QImage image = QImage::fromData(stage.bytes(PictureFormat::Png, 1, dark), "PNG");
    QCOMPARE(image.pixelColor(0, 0), Theme::make(true, false, QApplication::font()).stage);
    PaintOptions bare;
    bare.legend = false;
    QVERIFY(!textsOf(stage.bytes(PictureFormat::Svg, 1, bare)).contains(QLatin1String("both ends see it")));
    QVERIFY(textsOf(stage.bytes(PictureFormat::Svg)).contains(QLatin1String("both ends see it")));
}

void tst_Exporting::nothingOfThePointerIsExported()
{
    Stage stage;
    const QByteArray before = stage.bytes(PictureFormat::Svg);
    stage.selection.select(test::demoRefusingNode());
    stage.view.zoomIn();
    stage.view.zoomIn();
    QCOMPARE(stage.bytes(PictureFormat::Svg), before);
}

void tst_Exporting::clusterFiles_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("beginning");
    const auto add = [](ClusterFormat format, const char *beginning) {
        QTest::addRow("%s %d", qPrintable(endingOf(format)), int(format))
            << int(format) << QByteArray(beginning);
    };
    add(ClusterFormat::Dot, "graph cluster {");
    add(ClusterFormat::Graphml, "<?xml version=\"1.0\"");
    add(ClusterFormat::CsvNodes, "name,kind,state,");
    add(ClusterFormat::CsvLinks, "a,b,state,");
    add(ClusterFormat::Json, "{");
}

void tst_Exporting::clusterFiles()
{
    QFETCH(int, format);
    QFETCH(QByteArray, beginning);
    const Stage stage;
    const QByteArray bytes = clusterBytes(ClusterFormat(format), stage.store.cluster());
    QVERIFY2(bytes.startsWith(beginning), bytes.left(200).constData());
    QVERIFY(bytes.contains("shop@web2.example"));
}

void tst_Exporting::aFileThatCannotBeWrittenSaysWhy()
{
    const std::optional<QString> why = saveFile(QStringLiteral("/no/such/folder/x.svg"), "x");
    QVERIFY(why.has_value());
    QVERIFY(!why->isEmpty());
}

void tst_Exporting::whatWasThereStaysWhenWritingFails()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.svg"));
    QVERIFY(!saveFile(path, "first"));
    QVERIFY(!saveFile(path, "second"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("second"));
    // A folder of that name cannot be replaced.
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder.svg")));
    QVERIFY(saveFile(folder.filePath(QStringLiteral("folder.svg")), "x").has_value());
    QVERIFY(QFileInfo(folder.filePath(QStringLiteral("folder.svg"))).isDir());
}

QTEST_MAIN(tst_Exporting)
#include "tst_Exporting.moc"
