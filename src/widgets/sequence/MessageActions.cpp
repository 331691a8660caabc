#include "widgets/sequence/MessageActions.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QStandardPaths>

#include "graph/sequence/SequenceText.h"
#include "widgets/exporting/PictureFile.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

namespace {
constexpr auto FolderKey = "export/folder";
} // namespace

MessageActions::MessageActions(const cluster::ClusterStore &store, SequencePage &page, QSettings &settings,
                               QWidget &window)
    : ActionSet(&window)
    , m_store(store)
    , m_page(page)
    , m_settings(settings)
    , m_window(window)
    , m_choose(add(QStringLiteral("messages.choose")))
    , m_save(add(QStringLiteral("messages.save")))
{
    m_save->setIcon(icon(Glyph::Save));
    connect(m_choose, &QAction::triggered, this, [this] {
        Q_EMIT pageRequested();
        m_page.chooseLanes();
    });
    connect(m_save, &QAction::triggered, this, &MessageActions::save);
    connect(&page, &SequencePage::saveRequested, this, &MessageActions::save);
    connect(&store, &cluster::ClusterStore::batchEnded, this, &MessageActions::update);
    connect(&store, &cluster::ClusterStore::reset, this, &MessageActions::update);
}

void MessageActions::retranslate()
{
    describe(m_choose, tr("C&hoose Processes…"), tr("Which nodes and processes the chart of messages shows"));
    describe(m_save, tr("Sa&ve Messages…"), tr("Saves the chart of messages as SVG, PNG, PDF, text or JSON"));
    m_shownNone.reset();
    update();
}

void MessageActions::update()
{
    const bool none = m_store.cluster().messages().empty();
    if (m_shownNone && *m_shownNone == none)
        return;
    m_shownNone = none;
    for (QAction *action : {m_choose, m_save})
        setAvailable(action, none ? tr("There are no messages yet") : QString());
}

QByteArray MessageActions::bytesFor(const QString &path) const
{
    const SequenceView &view = *m_page.view();
    if (const auto format = pictureFormatOf(path))
        return pictureBytes(*format, view.pictureSize(), 2, [&view](QPainter &painter, const QRectF &target) {
            view.paintTo(painter, target);
        });
    if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        return graph::sequenceAsJson(view.sequence());
    return graph::sequenceAsText(view.sequence());
}

void MessageActions::save()
{
    m_page.view()->refreshNow();
    const auto complain = [this](const QString &what, const QString &why) {
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Not saved"), what, QMessageBox::Ok, &m_window);
        box->setInformativeText(why);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    };
    if (m_page.view()->isEmpty()) {
        complain(tr("There are no messages to save."), {});
        return;
    }
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString folder = m_settings.value(QLatin1String(FolderKey), documents).toString();
    if (!QDir(folder).exists())
        folder = QDir::homePath();
    const QStringList filters{tr("SVG (*.svg)"), tr("PNG (*.png)"), tr("PDF (*.pdf)"), tr("Text (*.txt)"),
                              tr("JSON (*.json)")};
    const QString path = QFileDialog::getSaveFileName(&m_window, tr("Save the messages"),
                                                      QDir(folder).filePath(QStringLiteral("messages.svg")),
                                                      filters.join(QStringLiteral(";;")));
    if (path.isEmpty())
        return;
    m_settings.setValue(QLatin1String(FolderKey), QFileInfo(path).absolutePath());
    const QString shown = QDir::toNativeSeparators(path);
    const QByteArray bytes = bytesFor(path);
    const std::optional<QString> why =
        bytes.isEmpty() ? std::optional(tr("the picture is too large for memory")) : saveFile(path, bytes);
    if (why)
        complain(tr("%1 could not be written.").arg(shown), *why);
    else
        Q_EMIT note(tr("Saved as %1").arg(shown));
}

} // namespace nodescope::widgets
