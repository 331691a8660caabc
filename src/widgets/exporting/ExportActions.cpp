#include "widgets/exporting/ExportActions.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPainter>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QStandardPaths>

#include "widgets/exporting/ExportPictureDialog.h"
#include "widgets/exporting/PrintedPage.h"
#include "widgets/graphview/GraphView.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {

constexpr auto FolderKey = "export/folder";

/// Of the picture that goes to paper, whatever the window's size.
constexpr QSize PageSize(1280, 800);

QString endingOf(PictureFormat format)
{
    return format == PictureFormat::Svg   ? QStringLiteral(".svg")
           : format == PictureFormat::Png ? QStringLiteral(".png")
                                          : QStringLiteral(".pdf");
}

QString datedName(const QString &ending)
{
    return QStringLiteral("nodescope-%1%2")
        .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmm")), ending);
}

} // namespace

ExportActions::ExportActions(const cluster::ClusterStore &store, const GraphView &graph, QSettings &settings,
                             QWidget &window)
    : ActionSet(&window)
    , m_store(store)
    , m_graph(graph)
    , m_settings(settings)
    , m_window(window)
    , m_picture(add(QStringLiteral("export.picture"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)))
    , m_cluster(add(QStringLiteral("export.cluster")))
    , m_print(add(QStringLiteral("export.print"), QKeySequence(Qt::CTRL | Qt::Key_P)))
    , m_preview(add(QStringLiteral("export.preview")))
{
    m_picture->setIcon(icon(Glyph::Save));
    connect(m_picture, &QAction::triggered, this, &ExportActions::exportPicture);
    connect(m_cluster, &QAction::triggered, this, &ExportActions::exportCluster);
    connect(m_print, &QAction::triggered, this, &ExportActions::printPicture);
    connect(m_preview, &QAction::triggered, this, &ExportActions::previewPicture);
    connect(&m_store, &cluster::ClusterStore::batchEnded, this, &ExportActions::update);
    connect(&m_store, &cluster::ClusterStore::reset, this, &ExportActions::update);
}

void ExportActions::retranslate()
{
    describe(m_picture, tr("&Picture…"), tr("Saves the graph as SVG, PNG or PDF"));
    describe(m_cluster, tr("&Cluster…"),
             tr("Saves nodes and links as GraphML, DOT, CSV or JSON; nothing secret is in it"));
    describe(m_print, tr("P&rint…"), tr("Prints the graph on one page"));
    describe(m_preview, tr("Print Pre&view…"), tr("Shows how the page will look"));
    update();
}

void ExportActions::update()
{
    const QString none = m_store.cluster().nodes().isEmpty() ? tr("There is no cluster yet") : QString();
    for (QAction *action : {m_picture, m_cluster, m_print, m_preview})
        setAvailable(action, none);
}

QString ExportActions::askPlace(const QString &title, const QString &name, const QStringList &filters,
                                QString *chosenFilter)
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString folder = m_settings.value(QLatin1String(FolderKey), documents).toString();
    if (!QDir(folder).exists())
        folder = QDir::homePath();
    QString chosen;
    // It asks before a file that is there would be overwritten.
    QString path = QFileDialog::getSaveFileName(&m_window, title, QDir(folder).filePath(name),
                                                filters.join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty())
        return {};
    if (chosenFilter)
        *chosenFilter = chosen;
    m_settings.setValue(QLatin1String(FolderKey), QFileInfo(path).absolutePath());
    return path;
}

void ExportActions::save(const QString &path, const QByteArray &bytes)
{
    const QString shown = QDir::toNativeSeparators(path);
    const std::optional<QString> why =
        bytes.isEmpty() ? std::optional(tr("the picture is too large for memory")) : saveFile(path, bytes);
    if (!why) {
        Q_EMIT note(tr("Saved as %1").arg(shown));
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Not saved"),
                                tr("%1 could not be written.").arg(shown), QMessageBox::Ok, &m_window);
    box->setInformativeText(*why);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void ExportActions::exportPicture()
{
    auto *dialog = new ExportPictureDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QString ending = endingOf(dialog->format());
        QString path = askPlace(tr("Save the picture"), datedName(ending),
                                {QStringLiteral("%1 (*%2)").arg(ending.mid(1).toUpper(), ending)}, nullptr);
        if (path.isEmpty())
            return;
        const PaintOptions options = dialog->options();
        const PictureFormat format = pictureFormatOf(path).value_or(dialog->format());
        save(path, pictureBytes(format, m_graph.viewport()->size(), dialog->scale(),
                                [&](QPainter &painter, const QRectF &target) {
                                    m_graph.paintTo(painter, target, options);
                                }));
    });
    dialog->open();
}

void ExportActions::exportCluster()
{
    const QStringList filters{tr("GraphML (*.graphml)"), tr("Graphviz (*.dot)"), tr("Nodes as CSV (*.csv)"),
                              tr("Links as CSV (*.csv)"), tr("JSON (*.json)")};
    QString chosen;
    const QString path =
        askPlace(tr("Save the cluster"), datedName(QStringLiteral(".graphml")), filters, &chosen);
    if (path.isEmpty())
        return;
    // The name says more than the filter, where it says anything.
    auto format = AllClusterFormats[size_t(std::max<qsizetype>(0, filters.indexOf(chosen)))];
    if (!path.endsWith(widgets::endingOf(format), Qt::CaseInsensitive)) {
        for (const ClusterFormat one : AllClusterFormats) {
            if (path.endsWith(widgets::endingOf(one), Qt::CaseInsensitive)) {
                format = one;
                break;
            }
        }
    }
    save(path, clusterBytes(format, m_store.cluster()));
}

void ExportActions::paintPage(QPrinter &printer) const
{
    QPainter painter(&printer);
    PaintOptions options;
    options.dark = false; // paper is light
    // In the picture's own pixels, as many as the page is wide.
    const QRectF paper(QPointF(), printer.pageRect(QPrinter::DevicePixel).size());
    const qreal scale = paper.width() / PageSize.width();
    painter.scale(scale, scale);
    const QRectF page(QPointF(), paper.size() / scale);
    paintPrintedPage(painter, page, headingOf(m_store.cluster(), QDateTime::currentDateTime()),
                     [&](QPainter &inside, const QRectF &target) {
                         options.size = target.size().toSize();
                         m_graph.paintTo(inside, target, options);
                     });
}

void ExportActions::printPicture()
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageOrientation(QPageLayout::Landscape);
    printer.setDocName(QStringLiteral("Nodescope"));
    QPrintDialog dialog(&printer, &m_window);
    if (dialog.exec() == QDialog::Accepted)
        paintPage(printer);
}

void ExportActions::previewPicture()
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageOrientation(QPageLayout::Landscape);
    printer.setDocName(QStringLiteral("Nodescope"));
    QPrintPreviewDialog dialog(&printer, &m_window);
    connect(&dialog, &QPrintPreviewDialog::paintRequested, this,
            [this](QPrinter *page) { paintPage(*page); });
    // Its field for the zoom is made for narrower letters than those of our fields.
    for (QComboBox *box : dialog.findChildren<QComboBox *>())
        box->setMinimumContentsLength(8);
    const Theme theme = Theme::current(&m_window);
    dialog.resize(theme.ipx(1120), theme.ipx(720)); // all of its toolbar, and a page beside
    dialog.exec();
}

} // namespace nodescope::widgets
