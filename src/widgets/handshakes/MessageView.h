#pragma once

#include <QWidget>

#include "cluster/Handshake.h"

class QLabel;
class QTreeWidget;

namespace nodescope::widgets {

class HexView;

/// One message of a handshake: what it is for, its fields and its bytes. Choosing a field highlights its
/// bytes, and choosing a byte its field.
class MessageView : public QWidget
{
    Q_OBJECT

public:
    explicit MessageView(QWidget *parent = nullptr);
    /// A line of the record; -1: none.
    void setMessage(const cluster::HandshakeRecord &record, qsizetype line);
    [[nodiscard]] QTreeWidget *fields() const { return m_fields; }
    [[nodiscard]] HexView *bytes() const { return m_bytes; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void display(const cluster::HandshakeLine &line);
    void highlight();
    void chooseByte(qsizetype byte);

    cluster::HandshakeLine m_line;
    int m_lengthBytes = 2;
    bool m_there = false;
    QLabel *m_title;
    QLabel *m_purpose;
    QTreeWidget *m_fields;
    HexView *m_bytes;
};

} // namespace nodescope::widgets
