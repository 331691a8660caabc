#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace nodescope::widgets {

/// The file with options for TLS, as nodes are started with it by -ssl_dist_optfile: typed, or chosen. Empty:
/// the distribution is not encrypted.
class TlsOptionField : public QWidget
{
    Q_OBJECT

public:
    explicit TlsOptionField(QWidget *parent = nullptr);

    /// Its path, without blanks around it; it need not exist.
    [[nodiscard]] QString file() const;
    void setFile(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void choose();

    QLineEdit *m_path;
    QPushButton *m_browse;
};

} // namespace nodescope::widgets
