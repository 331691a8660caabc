// Frames of the stage at 1280 x 800, as the window paints them: links, nodes, labels, legend, map. Beside
// them Qt's fastest way on the same graph: opaque cosmetic lines, and a pixmap a node.
//
//   bench_Paint [GRAPH]                    samples, in milliseconds
//   bench_Paint repeat WHAT GRAPH N        WHAT (moving, pan, zoom, qt) N times and nothing else: for
//   callgrind
//
// Run with QT_QPA_PLATFORM=offscreen. Times are of the processor: `moving` of all threads, `pan` and `zoom`
// of the window's.
#include <cmath>
#include <cstring>
#include <string>
#include <thread>

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QTimer>

#include "../Sample.h"
#include "Graphs.h"
#include "widgets/graphview/Fitting.h"
#include "widgets/graphview/GraphCaches.h"
#include "widgets/graphview/GraphPainter.h"
#include "widgets/graphview/GraphView.h"
#include "widgets/graphview/Stage.h"
#include "widgets/mainwindow/MainWindow.h"

using namespace nodescope;

namespace {

constexpr QSize View(1280, 800);
constexpr int NodesOnAHost = 25;

base::NodeName nameOf(int node)
{
    return *base::NodeName::parse(QStringLiteral("node%1@host%2").arg(node).arg(node / NodesOnAHost));
}

cluster::Deltas deltasOf(const bench::PlainGraph &plain)
{
    cluster::Deltas deltas;
    for (int i = 0; i < plain.count; ++i) {
        cluster::Node node;
        node.name = nameOf(i);
        node.kind = cluster::NodeKind::Beam;
        node.state = cluster::NodeState::Up;
        node.release = QStringLiteral("27");
        deltas.append(cluster::NodeChanged{node});
    }
    for (const auto &[a, b] : plain.edges) {
        cluster::Link link;
        link.key = cluster::LinkKey(nameOf(a), nameOf(b));
        link.aSees = link.bSees = cluster::EndView::Up;
        deltas.append(cluster::LinkChanged{link});
    }
    return deltas;
}

/// A graph at rest, with its picture, to be moved by hand.
struct Scene
{
    Scene(const bench::PlainGraph &plain, bool open)
    {
        widgets::Stage stage(store);
        stage.setReducedMotion(true);
        stage.setTheme(widgets::Theme::make(false, false, QApplication::font()));
        store.apply(deltasOf(plain));
        stage.setMeshesOpen(open); // seeks them at once, where a stage that changes waits a little
        while (stage.isActive()) {
            stage.advance();
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        graph = stage.graph();
        picture = stage.picture();
        picture.graph = &graph;
        picture.view = QRectF(QPointF(), View);
        picture.viewport = widgets::fitted(picture, graph.positions());
        rest = graph.positions();
    }

    void frame()
    {
        QPainter painter(&image);
        widgets::GraphPainter(picture, &caches).paint(painter);
    }

    void pan()
    {
        picture.gliding = true;
        picture.viewport.pan(QPointF(3, 2));
    }
    void zoom()
    {
        picture.gliding = true;
        picture.viewport.zoomAt(QPointF(640, 400), 1.02);
    }
    void moveAll(int frame)
    {
        const QPointF by(4 * std::cos(frame * 0.3), 4 * std::sin(frame * 0.3));
        for (int i = 0; i < graph.nodeCount(); ++i)
            graph.setPosition(i, rest[size_t(i)] + (i % 2 == 0 ? by : -by));
        ++picture.version;
        picture.gliding = false;
    }

    cluster::ClusterStore store;
    graph::Graph graph;
    widgets::Picture picture;
    widgets::GraphCaches caches;
    graph::Positions rest;
    QImage image{View, QImage::Format_ARGB32_Premultiplied};
};

/// Qt's own fastest lines: one pen without alpha, width and smoothing.
void qtFrame(Scene &scene, const QPixmap &sprite)
{
    QPainter painter(&scene.image);
    painter.fillRect(scene.image.rect(), scene.picture.theme.stage);
    painter.setPen(QPen(scene.picture.theme.link, 0));
    std::vector<QLineF> lines;
    for (const graph::Edge &edge : scene.graph.edges())
        lines.emplace_back(scene.picture.positionInView(edge.a), scene.picture.positionInView(edge.b));
    painter.drawLines(lines.data(), int(lines.size()));
    for (int i = 0; i < scene.graph.nodeCount(); ++i)
        painter.drawPixmap(scene.picture.positionInView(i) - QPointF(8, 8), sprite);
}

QPixmap nodeSprite()
{
    QPixmap sprite(16, 16);
    sprite.fill(Qt::transparent);
    QPainter painter(&sprite);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawEllipse(QRectF(1, 1, 14, 14));
    return sprite;
}

/// Between frames of a hand that pans: what threads prepare gets the time that it has in the window.
void waitForNextFrame()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(8));
}

/// The median milliseconds of `frames`, the first two left out.
template<class Frame>
double measure(clockid_t clock, int frames, Frame frame)
{
    std::vector<double> samples;
    for (int i = 0; i < frames + 2; ++i) {
        const double begin = bench::nowOn(clock);
        frame(i);
        if (i >= 2)
            samples.push_back((bench::nowOn(clock) - begin) / 1e3);
    }
    return bench::quantile(samples, 0.5);
}

void measureHits(Scene &scene, const std::string &name)
{
    const graph::HitMetrics metrics = scene.picture.hitMetrics();
    const auto hits = [&](bool atNodes) {
        return measure(CLOCK_THREAD_CPUTIME_ID, 40, [&](int i) {
            const int node = i * 7 % scene.graph.nodeCount();
            const QPointF at =
                atNodes ? scene.picture.positionInView(node) : QPointF(30.0 * i, 790 - 2.0 * i);
            volatile int index = graph::hitTest(scene.graph, scene.picture.viewport, at, metrics).index;
            (void)index;
        });
    };
    bench::sample("ours", "hit.node." + name, hits(true));
    bench::sample("ours", "hit.link." + name, hits(false));
}

void measureScene(const bench::PlainGraph &plain, bool open, const std::string &name)
{
    Scene scene(plain, open);
    const int frames = plain.edges.size() > 20'000 ? 9 : 25;
    const QPixmap sprite = nodeSprite();
    bench::sample("ours", "paint.moving." + name, measure(CLOCK_PROCESS_CPUTIME_ID, frames, [&](int i) {
                      scene.moveAll(i);
                      scene.frame();
                  }));
    bench::sample("qt", "paint.moving." + name, measure(CLOCK_PROCESS_CPUTIME_ID, frames, [&](int i) {
                      scene.moveAll(i);
                      qtFrame(scene, sprite);
                  }));
    bench::sample("ours", "paint.pan." + name, measure(CLOCK_THREAD_CPUTIME_ID, frames, [&](int) {
                      scene.pan();
                      scene.frame();
                      waitForNextFrame();
                  }));
    scene.picture.viewport = widgets::fitted(scene.picture, scene.rest);
    bench::sample("ours", "paint.zoom." + name, measure(CLOCK_THREAD_CPUTIME_ID, frames, [&](int) {
                      scene.zoom();
                      scene.frame();
                      waitForNextFrame();
                  }));
    scene.picture.viewport = widgets::fitted(scene.picture, scene.rest);
    measureHits(scene, name);
}

/// A whole window at rest with so many nodes: what it takes of a core, in per cent.
void measureIdle(QApplication &application, int nodes)
{
    cluster::ClusterStore store;
    widgets::SelectionModel selection;
    widgets::ThemeManager themes(application);
    widgets::LanguageManager languages(application);
    QSettings settings(QStringLiteral("/dev/null"), QSettings::IniFormat);
    widgets::MainWindow window({store, selection, themes, languages, settings});
    window.resize(View);
    window.show();
    store.apply(deltasOf(bench::sparse(nodes)));
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 3000 || !window.graph().isSettled())
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    const double begin = bench::processorTime();
    clock.restart();
    QTimer end;
    QEventLoop loop;
    QObject::connect(&end, &QTimer::timeout, &loop, &QEventLoop::quit);
    end.start(3000);
    loop.exec();
    bench::sample("ours", "idle." + std::to_string(nodes),
                  (bench::processorTime() - begin) / 1e3 / double(clock.elapsed()) * 100);
}

struct Wanted
{
    std::string name;
    bench::PlainGraph plain;
    bool open = true;
};

std::vector<Wanted> scenes(const std::string &only)
{
    std::vector<Wanted> all;
    for (const int nodes : {50, 200, 1000, 5000, 10000})
        all.push_back({"sparse" + std::to_string(nodes), bench::sparse(nodes), true});
    for (const int nodes : {50, 200, 500})
        all.push_back({"mesh" + std::to_string(nodes), bench::fullMesh(nodes), true});
    all.push_back({"hull500", bench::fullMesh(500), false});
    if (!only.empty())
        std::erase_if(all, [&](const Wanted &one) { return one.name != only; });
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc == 5 && std::strcmp(argv[1], "repeat") == 0) {
        for (const Wanted &one : scenes(argv[3])) {
            Scene scene(one.plain, one.open);
            const QPixmap sprite = nodeSprite();
            const std::string what = argv[2];
            for (int i = 0; i < std::atoi(argv[4]); ++i) {
                if (what == "pan")
                    scene.pan();
                else if (what == "zoom")
                    scene.zoom();
                else
                    scene.moveAll(i);
                if (what == "qt")
                    qtFrame(scene, sprite);
                else
                    scene.frame();
            }
        }
        return 0;
    }
    const std::string only = argc > 1 ? argv[1] : "";
    for (const Wanted &one : scenes(only))
        measureScene(one.plain, one.open, one.name);
    if (only.empty() || only == "idle")
        measureIdle(application, 500);
    return 0;
}
