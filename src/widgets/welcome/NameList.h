#pragma once

#include <optional>

#include <QWidget>

#include "base/NodeName.h"

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace nodescope::widgets {

/// A short list of nodes (or of other things by their titles) on the welcome page: a heading, a state, and a
/// row per node with a link that connects.
class NameList : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        base::NodeName node;
        QString text;
        QString remark;
        std::optional<quint16> epmdPort;
        QString title = {}; ///< what is chosen where it is no node
        QString tip = {};   ///< of the row; may be rich text
        bool enabled = true;
    };

    explicit NameList(QWidget *parent = nullptr);
    void setTexts(const QString &heading, const QString &state, const QString &connectText);
    void setRows(const QList<Row> &rows);
    /// A small button beside the heading (refresh, clear); null for none.
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void titleChosen(const QString &title);
    void chosen(const nodescope::base::NodeName &node, std::optional<quint16> epmdPort);

private:
    QLabel *m_heading;
    QPushButton *m_button;
    QLabel *m_state;
    QWidget *m_body;
    QVBoxLayout *m_rows;
    QString m_connectText;
};

} // namespace nodescope::widgets
