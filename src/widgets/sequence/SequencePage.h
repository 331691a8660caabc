#pragma once

#include <QWidget>

#include "widgets/sequence/SequenceView.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace nodescope::widgets {

/// The chart of messages with what goes with it: which lanes, how much is shown, and what its signs mean.
class SequencePage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    SequencePage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    [[nodiscard]] SequenceView *view() const { return m_view; }
    void chooseLanes();

Q_SIGNALS:
    void saveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void tell();

    const cluster::ClusterStore &m_store;
    SequenceView *m_view;
    QPushButton *m_lanes;
    QCheckBox *m_perNode;
    QLabel *m_key;
    QLabel *m_size;
    QPushButton *m_newest;
    QPushButton *m_save;
};

} // namespace nodescope::widgets
