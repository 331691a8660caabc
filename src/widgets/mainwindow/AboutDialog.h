#pragma once

#include <QDialog>

namespace nodescope::widgets {

/// What the program is: version, licence, and its footprint on the nodes that it watches.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace nodescope::widgets
