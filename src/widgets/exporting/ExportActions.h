#pragma once

#include <QSettings>

#include "cluster/ClusterStore.h"
#include "widgets/common/ActionSet.h"
#include "widgets/exporting/ClusterFile.h"
#include "widgets/exporting/PictureFile.h"

class QPrinter;

namespace nodescope::widgets {

class GraphView;

/// Takes what is shown out of the program: the picture to a file or to paper, the cluster to a file.
class ExportActions : public ActionSet
{
    Q_OBJECT

public:
    /// All must outlive the set; `window` becomes the dialogs' parent.
    ExportActions(const cluster::ClusterStore &store, const GraphView &graph, QSettings &settings,
                  QWidget &window);
    void retranslate() override;

    [[nodiscard]] QAction *picture() const { return m_picture; }
    [[nodiscard]] QAction *clusterData() const { return m_cluster; }
    [[nodiscard]] QAction *print() const { return m_print; }
    [[nodiscard]] QAction *preview() const { return m_preview; }

Q_SIGNALS:
    /// A sentence for the status bar: what has been written.
    void note(const QString &text);

private:
    void exportPicture();
    void exportCluster();
    void printPicture();
    void previewPicture();
    void paintPage(QPrinter &printer) const;
    /// Asks for a place; an existing file is asked about by the dialog. Empty: given up.
    [[nodiscard]] QString askPlace(const QString &title, const QString &name, const QStringList &filters,
                                   QString *chosenFilter);
    void save(const QString &path, const QByteArray &bytes);
    void update();

    const cluster::ClusterStore &m_store;
    const GraphView &m_graph;
    QSettings &m_settings;
    QWidget &m_window;
    QAction *m_picture;
    QAction *m_cluster;
    QAction *m_print;
    QAction *m_preview;
};

} // namespace nodescope::widgets
