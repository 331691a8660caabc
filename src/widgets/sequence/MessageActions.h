#pragma once

#include <optional>

#include <QSettings>

#include "widgets/common/ActionSet.h"
#include "widgets/sequence/SequencePage.h"

namespace nodescope::widgets {

/// What can be done with the chart of messages.
class MessageActions : public ActionSet
{
    Q_OBJECT

public:
    /// All must outlive the set; `window` becomes the dialogs' parent.
    MessageActions(const cluster::ClusterStore &store, SequencePage &page, QSettings &settings,
                   QWidget &window);
    void retranslate() override;

Q_SIGNALS:
    /// A sentence for the status bar: what has been written.
    void note(const QString &text);
    /// The chart must be seen.
    void pageRequested();

private:
    void save();
    void update();
    [[nodiscard]] QByteArray bytesFor(const QString &path) const;

    const cluster::ClusterStore &m_store;
    SequencePage &m_page;
    QSettings &m_settings;
    QWidget &m_window;
    std::optional<bool> m_shownNone; ///< what the actions say now
    QAction *m_choose;
    QAction *m_save;
};

} // namespace nodescope::widgets
