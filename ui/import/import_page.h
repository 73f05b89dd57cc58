// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/file_import.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

#include <catalog/v1/catalog.pb.h>

class FileColumnModel;
class FileLineModel;
class ImportFoot;
class ImportForm;
class NoteBar;
class QLabel;
class QTableView;

// A file on its way in: its columns, its first lines, where it goes, and how far it is.
class ImportPage : public QWidget
{
    Q_OBJECT
public:
    ImportPage(const Theme &theme, FileImport &import, QWidget *parent = nullptr);

    void setProjects(const std::vector<catalog::v1::Project> &projects);
    void open(const QStringList &paths);

Q_SIGNALS:
    void closed(); // nothing more to do here
    void reconnectWanted(); // the service went away
    void projectWanted(const QString &project); // what was imported is to be seen

private:
    void createWidgets();
    QWidget *createHeader();
    QWidget *createBody();
    void showState();
    void showPreview();
    void showFoot();
    void goForward();
    void goBack();

    const Theme &m_theme;
    FileImport &m_import;
    FileColumnModel *m_columns;
    FileLineModel *m_lines;
    QLabel *m_title = nullptr;
    QLabel *m_facts = nullptr;
    NoteBar *m_note = nullptr;
    QTableView *m_columnTable = nullptr;
    QTableView *m_lineTable = nullptr;
    ImportForm *m_form = nullptr;
    ImportFoot *m_foot = nullptr;
    QString m_shownPath; // the columns keep their widths while it stays
};
