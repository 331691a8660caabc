// Paints sample clusters as PNG files, to be looked at:
//
//   graphview_pictures DIRECTORY [--text PERCENT]
//
// One file per cluster, light and dark; twice the pixels for some. Run with QT_QPA_PLATFORM=offscreen.

#include <ctime>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPainter>
#include <QTextStream>
#include <QThread>

#include "gui/graphview/SampleClusters.h"
#include "widgets/graphview/GraphView.h"
#include "widgets/style/ThemeManager.h"

using namespace nodescope;

namespace {

struct Sample
{
    QString name;
    cluster::Deltas deltas;
    QSize size = QSize(858, 640);
    base::NodeName selected;
    graph::LayoutKind kind = graph::LayoutKind::Force;
    qreal ratio = 1;
};

void settle(widgets::GraphView &view)
{
    QElapsedTimer clock;
    clock.start();
    // Layouts of large graphs come from a thread.
    do {
        QCoreApplication::processEvents();
        QThread::msleep(2);
    } while (!view.isSettled() && clock.elapsed() < 30000);
    view.fit();
    QCoreApplication::processEvents();
}

QImage paint(const Sample &sample, double *milliseconds)
{
    cluster::ClusterStore store;
    widgets::SelectionModel selection;
    widgets::GraphView view(store, selection);
    view.setReducedMotion(true);
    view.resize(sample.size);
    view.show();
    view.setLayoutKind(sample.kind);
    store.apply(sample.deltas);
    settle(view);
    if (!sample.selected.isNull())
        selection.select(sample.selected);
    QImage image(sample.size * sample.ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(sample.ratio);
    view.render(&image);
    // Time of the processor, not of the wall: the machine may be busy with other things.
    const std::clock_t begin = std::clock();
    for (int i = 0; i < 5; ++i)
        view.render(&image);
    *milliseconds = 1000.0 * double(std::clock() - begin) / CLOCKS_PER_SEC / 5;
    return image;
}

QList<Sample> samplesToPaint()
{
    const auto cache = base::NodeName::literal(u"cache@web2.example");
    QList<Sample> list;
    const auto add = [&list](const QString &name, const cluster::Deltas &deltas) -> Sample & {
        list.append(Sample());
        list.back().name = name;
        list.back().deltas = deltas;
        return list.back();
    };
    add(QStringLiteral("empty"), {});
    add(QStringLiteral("one"), samples::practice(1));
    add(QStringLiteral("two"), samples::practice(2));
    add(QStringLiteral("practice6"), samples::practice(6));
    add(QStringLiteral("practice20"), samples::practice(20));
    add(QStringLiteral("hosts"), samples::threeHosts()).selected = cache;
    Sample &sharp = add(QStringLiteral("hosts-2x"), samples::threeHosts());
    sharp.selected = cache;
    sharp.ratio = 2;
    add(QStringLiteral("hosts-circle"), samples::threeHosts()).kind = graph::LayoutKind::Circle;
    add(QStringLiteral("hosts-host"), samples::threeHosts()).kind = graph::LayoutKind::Host;
    add(QStringLiteral("hosts-partition"), samples::threeHosts()).kind = graph::LayoutKind::Partition;
    add(QStringLiteral("hosts-small"), samples::threeHosts()).size = QSize(420, 320);
    add(QStringLiteral("mesh12"), samples::mesh(12, 3));
    add(QStringLiteral("mesh50"), samples::mesh(50, 1));
    add(QStringLiteral("mesh50-5"), samples::mesh(50, 5));
    add(QStringLiteral("failures"), samples::everyFailure());
    add(QStringLiteral("sparse50"), samples::sparse(50));
    add(QStringLiteral("sparse500"), samples::sparse(500)).size = QSize(1280, 800);
    add(QStringLiteral("sparse3000"), samples::sparse(3000)).size = QSize(1280, 800);
    return list;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        QTextStream(stderr) << "usage: graphview_pictures DIRECTORY [--text PERCENT] [--only NAME]\n";
        return 2;
    }
    const QDir directory(arguments[1]);
    directory.mkpath(QStringLiteral("."));
    widgets::ThemeManager themes(application);
    if (const qsizetype at = arguments.indexOf(QStringLiteral("--text")); at > 0)
        themes.setTextScale(arguments.value(at + 1).toInt());
    const qsizetype only = arguments.indexOf(QStringLiteral("--only"));
    using Mode = widgets::ThemeManager::Mode;
    for (const Mode mode : {Mode::Light, Mode::Dark, Mode::HighContrast}) {
        themes.setMode(mode);
        const QString look = mode == Mode::Light  ? QStringLiteral("light")
                             : mode == Mode::Dark ? QStringLiteral("dark")
                                                  : QStringLiteral("contrast");
        const QList<Sample> all = samplesToPaint();
        for (const Sample &sample : all) {
            if (only > 0 && !sample.name.startsWith(arguments.value(only + 1)))
                continue;
            double milliseconds = 0;
            const QString file =
                directory.filePath(sample.name + QLatin1Char('-') + look + QStringLiteral(".png"));
            paint(sample, &milliseconds).save(file);
            QTextStream(stdout) << file << ": " << milliseconds << " ms a frame\n";
        }
    }
    return 0;
}
