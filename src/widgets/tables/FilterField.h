#pragma once

#include <QLineEdit>
#include <QTimer>

#include "cluster/ClusterStore.h"
#include "models/NodeFilter.h"

class QCompleter;
class QStringListModel;

namespace nodescope::widgets {

/// A field for the filter language: says at once, beside the field, what is wrong with what is typed, and
/// completes keys and the values that there are. Enter and Shift+Enter go on to the next and previous that
/// is found, Escape clears.
class FilterField : public QLineEdit
{
    Q_OBJECT

public:
    /// The store must outlive the field.
    explicit FilterField(const cluster::ClusterStore &store, QWidget *parent = nullptr);
    [[nodiscard]] const models::NodeFilter &filter() const { return m_filter; }
    /// What it says of a mistake, in words; empty: there is none.
    [[nodiscard]] QString mistake() const;

Q_SIGNALS:
    void filterChanged(const nodescope::models::NodeFilter &filter);
    /// Enter (1) or Shift+Enter (-1).
    void nextRequested(int step);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    /// Gives it its words again; called on a change of language.
    virtual void retranslate();

private:
    void parse();
    void showMistake();
    void offerCompletions();
    void complete(const QString &word);

    const cluster::ClusterStore &m_store;
    models::NodeFilter m_filter;
    QAction *m_warning;
    QStringListModel *m_words;
    QCompleter *m_completer;
    QTimer m_pause; ///< a mistake is told when typing rests: half a word is no mistake
};

} // namespace nodescope::widgets
