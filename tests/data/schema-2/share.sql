PRAGMA application_id=1380077394;
PRAGMA user_version=2;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE chg(hlc INTEGER NOT NULL, dev TEXT NOT NULL, eid BLOB NOT NULL, tbl TEXT NOT NULL, row TEXT NOT NULL, col TEXT NOT NULL, val, author TEXT NOT NULL, base INTEGER, PRIMARY KEY(hlc,dev,eid)) WITHOUT ROWID;
INSERT INTO chg VALUES(117697530744274944,'import',X'7293bcd44008aaf3','board','proef','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744274945,'import',X'3f74552d750474c7','board','proef','title','Proef','plan',NULL);
INSERT INTO chg VALUES(117697530744274946,'import',X'04a2449e1268778f','board','proef','row_kind','Ambitie','plan',NULL);
INSERT INTO chg VALUES(117697530744274947,'import',X'0f4e5d0b019f47f3','board','proef','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697530744274948,'import',X'c81076683e910fa2','board_column','proef/gemeente','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744274949,'import',X'649d6d92775101f8','board_column','proef/gemeente','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744274950,'import',X'1f2430c21d6b320c','board_column','proef/gemeente','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697530744274951,'import',X'cef37e268f22273d','board_column','proef/gemeente','column_id','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697530744274952,'import',X'286df6ae07072973','board_column','proef/gemeente','title','Gemeente','plan',NULL);
INSERT INTO chg VALUES(117697530744274953,'import',X'92d04b32bec920d1','board_column','proef/gemeente','wall','Gemeente','plan',NULL);
INSERT INTO chg VALUES(117697530744274954,'import',X'acd7c1a38c04e0fe','board_column','proef/gemeente','letter','G','plan',NULL);
INSERT INTO chg VALUES(117697530744274955,'import',X'56bec4ea595e6a25','board_column','proef/jeugdhulp','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744274956,'import',X'57812c671e3381be','board_column','proef/jeugdhulp','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744274957,'import',X'9afbdde0652317a3','board_column','proef/jeugdhulp','position','0002','plan',NULL);
INSERT INTO chg VALUES(117697530744274958,'import',X'd3fa1869eca61099','board_column','proef/jeugdhulp','column_id','jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697530744274959,'import',X'd924c3c637e10694','board_column','proef/jeugdhulp','title','Jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697530744274960,'import',X'0c179779bac3d410','board_column','proef/jeugdhulp','wall','Jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697530744274961,'import',X'50abf179a32a2b81','board_column','proef/jeugdhulp','letter','J','plan',NULL);
INSERT INTO chg VALUES(117697530744274962,'import',X'322ebf74bff994de','board_column','proef/onderwijs','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744274963,'import',X'a36a6ef4b7424c3a','board_column','proef/onderwijs','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744274964,'import',X'7666753531879279','board_column','proef/onderwijs','position','0003','plan',NULL);
INSERT INTO chg VALUES(117697530744274965,'import',X'abed12f8f994cc3e','board_column','proef/onderwijs','column_id','onderwijs','plan',NULL);
INSERT INTO chg VALUES(117697530744274966,'import',X'dddfee8d79874807','board_column','proef/onderwijs','title','Onderwijs','plan',NULL);
INSERT INTO chg VALUES(117697530744274967,'import',X'948ec20270879456','board_column','proef/onderwijs','wall','Onderwijs','plan',NULL);
INSERT INTO chg VALUES(117697530744274968,'import',X'bed86605fe23ce50','board_column','proef/onderwijs','letter','O','plan',NULL);
INSERT INTO chg VALUES(117697530744274969,'import',X'11e4a492bd6d9d94','ambition','proef/1','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744274970,'import',X'db2130b64742d664','ambition','proef/1','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744274971,'import',X'5d4e0ee4726814c8','ambition','proef/1','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697530744274972,'import',X'359b631e78345fd2','ambition','proef/1','code','1','plan',NULL);
INSERT INTO chg VALUES(117697530744274973,'import',X'13cf6077ffdc37a5','ambition','proef/1','title','Ieder kind in beeld','plan',NULL);
INSERT INTO chg VALUES(117697530744274974,'import',X'6f1901a9a2f1d2e1','ambition','proef/1','wall','Kind in/beeld','plan',NULL);
INSERT INTO chg VALUES(117697530744274975,'import',X'235f96a66bdabd93','ambition','proef/1','word','Kind','plan',NULL);
INSERT INTO chg VALUES(117697530744274976,'import',X'2fda66ddb495f31f','ambition','proef/2','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744274977,'import',X'a6c5776df021efc8','ambition','proef/2','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744274978,'import',X'114f74e98d8c4a93','ambition','proef/2','position','0002','plan',NULL);
INSERT INTO chg VALUES(117697530744274979,'import',X'40d265939314f7bf','ambition','proef/2','code','2','plan',NULL);
INSERT INTO chg VALUES(117697530744274980,'import',X'f510fa7a4b85a6b9','ambition','proef/2','title','Beter samenwerken','plan',NULL);
INSERT INTO chg VALUES(117697530744274981,'import',X'9a7729453f76074d','ambition','proef/2','wall','Samenwerken','plan',NULL);
INSERT INTO chg VALUES(117697530744274982,'import',X'0e0d9250949bebab','ambition','proef/2','word','Beter…','plan',NULL);
INSERT INTO chg VALUES(117697530744274983,'import',X'ab6d1f15d640da53','goal','proef/1.1','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744274984,'import',X'0ddc6f1fdaab4b4b','goal','proef/1.1','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744274985,'import',X'5b74eb1cd1bbaaee','goal','proef/1.1','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697530744274986,'import',X'a6218b13f545e323','goal','proef/1.1','code','1.1','plan',NULL);
INSERT INTO chg VALUES(117697530744274987,'import',X'c6130a3484867c0e','goal','proef/1.1','ambition','1','plan',NULL);
INSERT INTO chg VALUES(117697530744274988,'import',X'58ec12718b3f1fc6','goal','proef/1.1','title','Thuiszitters terugdringen','plan',NULL);
INSERT INTO chg VALUES(117697530744274989,'import',X'44a5ae210f9e252d','goal','proef/1.1','brief','Thuiszitters terugdringen','plan',NULL);
INSERT INTO chg VALUES(117697530744274990,'import',X'4ec94bceb63e5326','goal','proef/1.2','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744274991,'import',X'8f779f0c935f903e','goal','proef/1.2','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744274992,'import',X'd1c75b8752bf1d7a','goal','proef/1.2','position','0002','plan',NULL);
INSERT INTO chg VALUES(117697530744274993,'import',X'c407d8f528e90eeb','goal','proef/1.2','code','1.2','plan',NULL);
INSERT INTO chg VALUES(117697530744274994,'import',X'986a4a40cf2baca9','goal','proef/1.2','ambition','1','plan',NULL);
INSERT INTO chg VALUES(117697530744274995,'import',X'9f3d99d64db4ad43','goal','proef/1.2','title','Zorg in de school','plan',NULL);
INSERT INTO chg VALUES(117697530744274996,'import',X'65f3b3cf1e4c1cb8','goal','proef/1.2','brief','Zorg in de school','plan',NULL);
INSERT INTO chg VALUES(117697530744274997,'import',X'8b4315e64de9e86a','goal','proef/2.1','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744274998,'import',X'87cc3b3a4b68f8c2','goal','proef/2.1','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744274999,'import',X'240faf0ed7a21f23','goal','proef/2.1','position','0003','plan',NULL);
INSERT INTO chg VALUES(117697530744275000,'import',X'855a1285acf95695','goal','proef/2.1','code','2.1','plan',NULL);
INSERT INTO chg VALUES(117697530744275001,'import',X'c1788665fb77525a','goal','proef/2.1','ambition','2','plan',NULL);
INSERT INTO chg VALUES(117697530744275002,'import',X'aebfdf3def7db1aa','goal','proef/2.1','title','Eén taal','plan',NULL);
INSERT INTO chg VALUES(117697530744275003,'import',X'083498744a28a01c','goal','proef/2.1','brief','Eén taal','plan',NULL);
INSERT INTO chg VALUES(117697530744275004,'import',X'0e49e705033149be','stage','proef/niet gestart','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275005,'import',X'a9fb21308acb6c62','stage','proef/niet gestart','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275006,'import',X'a4f6eb187715690e','stage','proef/niet gestart','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697530744275007,'import',X'092aed5928f0eb0e','stage','proef/niet gestart','name','niet gestart','plan',NULL);
INSERT INTO chg VALUES(117697530744275008,'import',X'72c71c9118bae5e1','stage','proef/beleggen','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275009,'import',X'079e51fc06196a6b','stage','proef/beleggen','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275010,'import',X'334dd823f5bb7c98','stage','proef/beleggen','position','0002','plan',NULL);
INSERT INTO chg VALUES(117697530744275011,'import',X'ea4060bbcf85067b','stage','proef/beleggen','name','beleggen','plan',NULL);
INSERT INTO chg VALUES(117697530744275012,'import',X'858bbe7a07420ecd','stage','proef/vertalen','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275013,'import',X'107cb17ddde5b81d','stage','proef/vertalen','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275014,'import',X'49dd0f1f8e077c29','stage','proef/vertalen','position','0003','plan',NULL);
INSERT INTO chg VALUES(117697530744275015,'import',X'af5e824af7865d4f','stage','proef/vertalen','name','vertalen','plan',NULL);
INSERT INTO chg VALUES(117697530744275016,'import',X'2945d9b3a6de124e','stage','proef/toepassen','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275017,'import',X'4854d91d759a91aa','stage','proef/toepassen','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275018,'import',X'e66b3b951f9f79c0','stage','proef/toepassen','position','0004','plan',NULL);
INSERT INTO chg VALUES(117697530744275019,'import',X'eef3be21a35a894e','stage','proef/toepassen','name','toepassen','plan',NULL);
INSERT INTO chg VALUES(117697530744275020,'import',X'1b9b9c1a9531c15c','stage','proef/monitoren','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275021,'import',X'758b6c0f6d2c8360','stage','proef/monitoren','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275022,'import',X'903d32498b0680cd','stage','proef/monitoren','position','0005','plan',NULL);
INSERT INTO chg VALUES(117697530744275023,'import',X'09187da1252c111c','stage','proef/monitoren','name','monitoren','plan',NULL);
INSERT INTO chg VALUES(117697530744275024,'import',X'277696a1e82ffec6','stage','proef/geborgd','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275025,'import',X'e12cbbe00617999f','stage','proef/geborgd','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275026,'import',X'af0f533b69cad442','stage','proef/geborgd','position','0006','plan',NULL);
INSERT INTO chg VALUES(117697530744275027,'import',X'0a444b159b9fc3aa','stage','proef/geborgd','name','geborgd','plan',NULL);
INSERT INTO chg VALUES(117697530744275028,'import',X'9ed356ff37bec62c','organisation','proef/scholen','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275029,'import',X'e379e3678e2fb1fc','organisation','proef/scholen','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275030,'import',X'0161079f363dda29','organisation','proef/scholen','name','scholen','plan',NULL);
INSERT INTO chg VALUES(117697530744275031,'import',X'df1d7f948b04504c','organisation','proef/scholen','title','scholen','plan',NULL);
INSERT INTO chg VALUES(117697530744275032,'import',X'7bfb38fa96ff88b7','organisation','proef/scholen','column_id','onderwijs','plan',NULL);
INSERT INTO chg VALUES(117697530744275033,'import',X'322bd1787c7d9464','organisation','proef/scholen','aka','school','plan',NULL);
INSERT INTO chg VALUES(117697530744275034,'import',X'71bb79109c0fb076','organisation','proef/wijkteam','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275035,'import',X'5eae458d7b9492a3','organisation','proef/wijkteam','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275036,'import',X'8d22e3a79edf065d','organisation','proef/wijkteam','name','wijkteam','plan',NULL);
INSERT INTO chg VALUES(117697530744275037,'import',X'3a5178d39f5fa221','organisation','proef/wijkteam','title','wijkteam, de gemeentelijke toegang tot jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697530744275038,'import',X'c452c85b3c40d0df','organisation','proef/wijkteam','column_id','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697530744275039,'import',X'b9025b336d70aede','organisation','proef/wijkteam','aka','wijkteams|buurtteam|buurtteams|toegang|gemeentelijke toegang|lokale toegang|lokale toegangen|team toegang','plan',NULL);
INSERT INTO chg VALUES(117697530744275040,'import',X'f2693219143d1955','organisation','proef/gemeente','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275041,'import',X'cadb18f823825a67','organisation','proef/gemeente','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275042,'import',X'488e309448303bd2','organisation','proef/gemeente','name','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697530744275043,'import',X'b13c9a6726339208','organisation','proef/gemeente','title','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697530744275044,'import',X'176ce214df42cfd3','organisation','proef/gemeente','column_id','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697530744275045,'import',X'1949fc9fe50c603b','organisation','proef/gemeente','aka','gemeenten','plan',NULL);
INSERT INTO chg VALUES(117697530744275046,'import',X'3dc8c88bf889b0aa','organisation','proef/jeugdhulpaanbieders','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275047,'import',X'ddbfbb6623394b97','organisation','proef/jeugdhulpaanbieders','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275048,'import',X'9995d62e17682699','organisation','proef/jeugdhulpaanbieders','name','jeugdhulpaanbieders','plan',NULL);
INSERT INTO chg VALUES(117697530744275049,'import',X'4b692ba99d3377b8','organisation','proef/jeugdhulpaanbieders','title','aanbieders van jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697530744275050,'import',X'dfe77d22f3a8ad9b','organisation','proef/jeugdhulpaanbieders','column_id','jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697530744275051,'import',X'17b1185f9930afab','organisation','proef/jeugdhulpaanbieders','aka','jeugdhulpaanbieder|jeugdhulp|jh|aanbieders|zorgaanbieders|medewerkers jeugdhulp|jeugdhulporganisaties','plan',NULL);
INSERT INTO chg VALUES(117697530744275052,'import',X'c928d282daf6c8f2','abbreviation','proef/p.m.','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275053,'import',X'48b049568fb1dbb7','abbreviation','proef/p.m.','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275054,'import',X'037e571932b7f9b5','abbreviation','proef/p.m.','name','p.m.','plan',NULL);
INSERT INTO chg VALUES(117697530744275055,'import',X'7806fdaf13ca8706','abbreviation','proef/p.m.','meaning','Pro memorie, het bedrag is nog niet ingevuld','plan',NULL);
INSERT INTO chg VALUES(117697530744275056,'import',X'44505891d0266397','action','proef/1.1a','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275057,'import',X'e2368177a1e04787','action','proef/1.1a','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275058,'import',X'22e420f3ad7fb71c','action','proef/1.1a','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697530744275059,'import',X'e27b25c882f6d917','action','proef/1.1a','code','1.1a','plan',NULL);
INSERT INTO chg VALUES(117697530744275060,'import',X'f3edd7f75ba4eae2','action','proef/1.1a','goal','1.1','plan',NULL);
INSERT INTO chg VALUES(117697530744275061,'import',X'3a7139b7d0a4367a','action','proef/1.1a','title','Elke school meldt binnen vijf dagen','plan',NULL);
INSERT INTO chg VALUES(117697530744275062,'import',X'31432b7fe28b8d16','action','proef/1.1a','brief','Elke school meldt…','plan',NULL);
INSERT INTO chg VALUES(117697530744275063,'import',X'b0236ab25b782f75','action','proef/1.1a','text','Elke school meldt binnen vijf dagen','plan',NULL);
INSERT INTO chg VALUES(117697530744275064,'import',X'a74ef8a8e3db0a7b','action','proef/1.1a','partners','scholen','plan',NULL);
INSERT INTO chg VALUES(117697530744275065,'import',X'33203ffb6b6039c6','action','proef/1.1a','funding','€ 5.000','plan',NULL);
INSERT INTO chg VALUES(117697530744275066,'import',X'af45a2b12a7394b4','action','proef/1.1a','due','2023','plan',NULL);
INSERT INTO chg VALUES(117697530744275067,'import',X'83d1131148cf0d72','track','proef/1.1a/onderwijs','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275068,'import',X'05edc0c3702ed9f5','track','proef/1.1a/onderwijs','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275069,'import',X'fbfed47ef883720b','track','proef/1.1a/onderwijs','action','1.1a','plan',NULL);
INSERT INTO chg VALUES(117697530744275070,'import',X'a6cf2a3b4cef6d2a','track','proef/1.1a/onderwijs','column_id','onderwijs','plan',NULL);
INSERT INTO chg VALUES(117697530744275071,'import',X'697e25807272d7f4','action','proef/1.1b','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275072,'import',X'640c6123563978d7','action','proef/1.1b','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275073,'import',X'38a5cf9dcba245d9','action','proef/1.1b','position','0002','plan',NULL);
INSERT INTO chg VALUES(117697530744275074,'import',X'e3fff2a21a6e23cd','action','proef/1.1b','code','1.1b','plan',NULL);
INSERT INTO chg VALUES(117697530744275075,'import',X'f5515237f4b257a9','action','proef/1.1b','goal','1.1','plan',NULL);
INSERT INTO chg VALUES(117697530744275076,'import',X'd7894adb9116b3b0','action','proef/1.1b','title','Een vast gezicht per gezin','plan',NULL);
INSERT INTO chg VALUES(117697530744275077,'import',X'9f531cc457823606','action','proef/1.1b','brief','Een vast gezicht per…','plan',NULL);
INSERT INTO chg VALUES(117697530744275078,'import',X'c8c594ca98b96393','action','proef/1.1b','text','Een vast gezicht per gezin','plan',NULL);
INSERT INTO chg VALUES(117697530744275079,'import',X'58d1b12499daff59','action','proef/1.1b','partners','wijkteam, gemeente','plan',NULL);
INSERT INTO chg VALUES(117697530744275080,'import',X'a696ff1ba56afdc2','action','proef/1.1b','funding','p.m.','plan',NULL);
INSERT INTO chg VALUES(117697530744275081,'import',X'192f39b5d32696f9','action','proef/1.1b','due','najaar 2024','plan',NULL);
INSERT INTO chg VALUES(117697530744275082,'import',X'ce1bae8c0e494788','track','proef/1.1b/gemeente','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275083,'import',X'fbfbf55fe98dc03d','track','proef/1.1b/gemeente','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275084,'import',X'b188e81b89fb54c6','track','proef/1.1b/gemeente','action','1.1b','plan',NULL);
INSERT INTO chg VALUES(117697530744275085,'import',X'7691629c7276fc8d','track','proef/1.1b/gemeente','column_id','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697530744275086,'import',X'ee1403f17b5cf49d','track','proef/1.1b/jeugdhulp','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275087,'import',X'97183fcde612d0bc','track','proef/1.1b/jeugdhulp','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275088,'import',X'afba6dccd49be0b6','track','proef/1.1b/jeugdhulp','action','1.1b','plan',NULL);
INSERT INTO chg VALUES(117697530744275089,'import',X'e319f4501c269316','track','proef/1.1b/jeugdhulp','column_id','jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697530744275090,'import',X'0ce2cf4b39db40d2','action','proef/1.2a','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275091,'import',X'cd2b9dfa13108f43','action','proef/1.2a','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275092,'import',X'b2518bb1ad937201','action','proef/1.2a','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697530744275093,'import',X'afc05ca05f5ce1b6','action','proef/1.2a','code','1.2a','plan',NULL);
INSERT INTO chg VALUES(117697530744275094,'import',X'bf04c16fc29b091a','action','proef/1.2a','goal','1.2','plan',NULL);
INSERT INTO chg VALUES(117697530744275095,'import',X'5171fba0267a2f87','action','proef/1.2a','title','Jeugdhulp in het speciaal onderwijs kopen','plan',NULL);
INSERT INTO chg VALUES(117697530744275096,'import',X'66ad5641a7bbea0f','action','proef/1.2a','brief','Jeugdhulp in het…','plan',NULL);
INSERT INTO chg VALUES(117697530744275097,'import',X'98c9cb842b4b9f61','action','proef/1.2a','text','Jeugdhulp in het speciaal onderwijs kopen','plan',NULL);
INSERT INTO chg VALUES(117697530744275098,'import',X'ce9447855f4e4c26','action','proef/1.2a','partners','jeugdhulpaanbieders','plan',NULL);
INSERT INTO chg VALUES(117697530744275099,'import',X'ab5249b0405cd974','action','proef/1.2a','funding','xx','plan',NULL);
INSERT INTO chg VALUES(117697530744275100,'import',X'3f6c1ce5879d71b0','action','proef/1.2a','due','2025-2026','plan',NULL);
INSERT INTO chg VALUES(117697530744275101,'import',X'1818244c228b58b5','track','proef/1.2a/jeugdhulp','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275102,'import',X'511207d769a0343b','track','proef/1.2a/jeugdhulp','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275103,'import',X'81100d64c637bb82','track','proef/1.2a/jeugdhulp','action','1.2a','plan',NULL);
INSERT INTO chg VALUES(117697530744275104,'import',X'9c1b96da6afceb79','track','proef/1.2a/jeugdhulp','column_id','jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697530744275105,'import',X'31ee64a16cb2d20f','action','proef/2.1a','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275106,'import',X'406c6f3e60dafeee','action','proef/2.1a','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275107,'import',X'634f2d0be90054a9','action','proef/2.1a','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697530744275108,'import',X'5797da0dfbbcd28e','action','proef/2.1a','code','2.1a','plan',NULL);
INSERT INTO chg VALUES(117697530744275109,'import',X'55958c0a300e7a87','action','proef/2.1a','goal','2.1','plan',NULL);
INSERT INTO chg VALUES(117697530744275110,'import',X'f62078fb38ed5913','action','proef/2.1a','title','Afkortingen “zonder” omwegen','plan',NULL);
INSERT INTO chg VALUES(117697530744275111,'import',X'cf5905cb22cdc984','action','proef/2.1a','brief','Afkortingen “zonder”…','plan',NULL);
INSERT INTO chg VALUES(117697530744275112,'import',X'b97823968f68a17c','action','proef/2.1a','text','Afkortingen “zonder” omwegen','plan',NULL);
INSERT INTO chg VALUES(117697530744275113,'import',X'a8fde174e277dff6','action','proef/2.1a','partners','alle partners','plan',NULL);
INSERT INTO chg VALUES(117697530744275114,'import',X'29abea66cb84f0d5','action','proef/2.1a','due','elk half jaar','plan',NULL);
INSERT INTO chg VALUES(117697530744275115,'import',X'521a3dee1bdfbd5d','track','proef/2.1a/gemeente','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275116,'import',X'a84474f0bd87bbec','track','proef/2.1a/gemeente','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275117,'import',X'4d2172a88c7d5ad9','track','proef/2.1a/gemeente','action','2.1a','plan',NULL);
INSERT INTO chg VALUES(117697530744275118,'import',X'0cf2ff8cf9910ceb','track','proef/2.1a/gemeente','column_id','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697530744275119,'import',X'9112361af7d976fa','track','proef/2.1a/jeugdhulp','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275120,'import',X'5c637a789dcff02f','track','proef/2.1a/jeugdhulp','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275121,'import',X'c2b113f6316882e7','track','proef/2.1a/jeugdhulp','action','2.1a','plan',NULL);
INSERT INTO chg VALUES(117697530744275122,'import',X'a6508c4ac11e68f4','track','proef/2.1a/jeugdhulp','column_id','jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697530744275123,'import',X'68d55cf3ec4fd2a4','track','proef/2.1a/onderwijs','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697530744275124,'import',X'76a080b9ab20a192','track','proef/2.1a/onderwijs','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697530744275125,'import',X'0f7e7edace8d62a5','track','proef/2.1a/onderwijs','action','2.1a','plan',NULL);
INSERT INTO chg VALUES(117697530744275126,'import',X'5d011b336b11fb9e','track','proef/2.1a/onderwijs','column_id','onderwijs','plan',NULL);
INSERT INTO chg VALUES(117697530744275127,'import',X'f51a6a6a6f0a0492','track','proef/1.1a/onderwijs','lead','Leerplicht','plan',NULL);
INSERT INTO chg VALUES(117697530744275128,'import',X'55b15d57e23c3c21','track','proef/1.1b/gemeente','lead','Wijkteam','plan',NULL);
INSERT INTO chg VALUES(117697530744275129,'import',X'98ebe27260a1a11b','track','proef/1.1b/jeugdhulp','lead','Wijkteam','plan',NULL);
INSERT INTO chg VALUES(117697530744275130,'import',X'6ceab9dd8413e128','track','proef/1.2a/jeugdhulp','lead','Aanbieders','plan',NULL);
INSERT INTO chg VALUES(117697530744275131,'import',X'554b9cf3738c8e02','track','proef/2.1a/gemeente','lead','Wijkteam','plan',NULL);
INSERT INTO chg VALUES(117697530744275132,'import',X'ae31b0c3bb0c8201','track','proef/2.1a/jeugdhulp','lead','Wijkteam','plan',NULL);
INSERT INTO chg VALUES(117697530744275133,'import',X'c5437c9034e56691','track','proef/2.1a/onderwijs','lead','Wijkteam','plan',NULL);
INSERT INTO chg VALUES(117697530746568704,'ext',X'6e6e7771423c06db','meeting','m1','_live',1,'',NULL);
INSERT INTO chg VALUES(117697530746568705,'ext',X'1a3dbf5a8881d225','meeting','m1','starts','2025-11-27T14:00','',NULL);
INSERT INTO chg VALUES(117697530746568705,'ext',X'22dc8960c0f1b2a1','meeting','m1','agenda',NULL,'',NULL);
INSERT INTO chg VALUES(117697530746568705,'ext',X'501752fdac295684','meeting','m1','state',NULL,'',NULL);
INSERT INTO chg VALUES(117697530746568705,'ext',X'b214f743a1b333e5','meeting','m1','body','Regiegroep','',NULL);
INSERT INTO chg VALUES(117697530746568705,'ext',X'cb728502e0d707a4','meeting','m1','board','proef','',NULL);
INSERT INTO chg VALUES(117697530746568705,'ext',X'dff3a9a531bb3130','meeting','m1','place',NULL,'',NULL);
INSERT INTO chg VALUES(117697530746699776,'ext',X'ad0c4dfc482cead3','note','n1','_live',1,'',NULL);
INSERT INTO chg VALUES(117697530746699777,'ext',X'0047a9f5910faec0','note','n1','author','Sam','',NULL);
INSERT INTO chg VALUES(117697530746699777,'ext',X'25cf0286bd94460e','note','n1','action','1.1b','',NULL);
INSERT INTO chg VALUES(117697530746699777,'ext',X'37a6649c50a5ddab','note','n1','at','2025-11-02','',NULL);
INSERT INTO chg VALUES(117697530746699777,'ext',X'5ab1a169ca209c83','note','n1','board','proef','',NULL);
INSERT INTO chg VALUES(117697530746699777,'ext',X'71e814ee53c6c62d','note','n1','column_id','gemeente','',NULL);
INSERT INTO chg VALUES(117697530746699777,'ext',X'8387f9c9a1b7c905','note','n1','text',replace('Twee regels:\n''en een aanhaling''','\n',char(10)),'',NULL);
INSERT INTO chg VALUES(117697530746961920,'ext',X'077779d389de2045','track','proef/1.1b/gemeente','reported','2025-11-02','',NULL);
INSERT INTO chg VALUES(117697530746961920,'ext',X'b81f134904977fca','track','proef/1.1b/gemeente','health','op koers','',NULL);
INSERT INTO chg VALUES(117697530746961920,'ext',X'f46f21c59332df79','track','proef/1.1b/gemeente','stage','toepassen','',NULL);
INSERT INTO chg VALUES(117697530746961921,'ext',X'8e26a9167a29f38b','track','proef/1.1b/jeugdhulp','reported','2025-11-02','',NULL);
INSERT INTO chg VALUES(117697530746961921,'ext',X'bfd3dccadcfb02a9','track','proef/1.1b/jeugdhulp','health','op koers','',NULL);
INSERT INTO chg VALUES(117697530746961921,'ext',X'd9f59113e0bcc401','track','proef/1.1b/jeugdhulp','stage','toepassen','',NULL);
CREATE TABLE board(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), title TEXT, wall TEXT, word TEXT, subtitle TEXT, region TEXT, period TEXT, source TEXT, row_kind TEXT, example TEXT, silent_days TEXT, rung_days TEXT, pin TEXT, position TEXT);
INSERT INTO board VALUES('proef','Proef',NULL,NULL,NULL,NULL,NULL,NULL,'Ambitie',NULL,NULL,NULL,NULL,'0001');
CREATE TABLE board_column(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, column_id TEXT, title TEXT, wall TEXT, letter TEXT, position TEXT);
INSERT INTO board_column VALUES('proef/gemeente','proef','gemeente','Gemeente','Gemeente','G','0001');
INSERT INTO board_column VALUES('proef/jeugdhulp','proef','jeugdhulp','Jeugdhulp','Jeugdhulp','J','0002');
INSERT INTO board_column VALUES('proef/onderwijs','proef','onderwijs','Onderwijs','Onderwijs','O','0003');
CREATE TABLE ambition(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, code TEXT, title TEXT, wall TEXT, word TEXT, position TEXT);
INSERT INTO ambition VALUES('proef/1','proef','1','Ieder kind in beeld','Kind in/beeld','Kind','0001');
INSERT INTO ambition VALUES('proef/2','proef','2','Beter samenwerken','Samenwerken','Beter…','0002');
CREATE TABLE goal(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, ambition TEXT, code TEXT, title TEXT, brief TEXT, position TEXT);
INSERT INTO goal VALUES('proef/1.1','proef','1','1.1','Thuiszitters terugdringen','Thuiszitters terugdringen','0001');
INSERT INTO goal VALUES('proef/1.2','proef','1','1.2','Zorg in de school','Zorg in de school','0002');
INSERT INTO goal VALUES('proef/2.1','proef','2','2.1','Eén taal','Eén taal','0003');
CREATE TABLE stage(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, position TEXT);
INSERT INTO stage VALUES('proef/beleggen','proef','beleggen','0002');
INSERT INTO stage VALUES('proef/geborgd','proef','geborgd','0006');
INSERT INTO stage VALUES('proef/monitoren','proef','monitoren','0005');
INSERT INTO stage VALUES('proef/niet gestart','proef','niet gestart','0001');
INSERT INTO stage VALUES('proef/toepassen','proef','toepassen','0004');
INSERT INTO stage VALUES('proef/vertalen','proef','vertalen','0003');
CREATE TABLE rung(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, title TEXT, position TEXT);
CREATE TABLE rhythm(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, title TEXT, due TEXT, who TEXT, position TEXT);
CREATE TABLE organisation(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, title TEXT, column_id TEXT, aka TEXT);
INSERT INTO organisation VALUES('proef/gemeente','proef','gemeente','gemeente','gemeente','gemeenten');
INSERT INTO organisation VALUES('proef/jeugdhulpaanbieders','proef','jeugdhulpaanbieders','aanbieders van jeugdhulp','jeugdhulp','jeugdhulpaanbieder|jeugdhulp|jh|aanbieders|zorgaanbieders|medewerkers jeugdhulp|jeugdhulporganisaties');
INSERT INTO organisation VALUES('proef/scholen','proef','scholen','scholen','onderwijs','school');
INSERT INTO organisation VALUES('proef/wijkteam','proef','wijkteam','wijkteam, de gemeentelijke toegang tot jeugdhulp','gemeente','wijkteams|buurtteam|buurtteams|toegang|gemeentelijke toegang|lokale toegang|lokale toegangen|team toegang');
CREATE TABLE person(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, column_id TEXT, pin TEXT, position TEXT);
CREATE TABLE abbreviation(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, meaning TEXT);
INSERT INTO abbreviation VALUES('proef/p.m.','proef','p.m.','Pro memorie, het bedrag is nog niet ingevuld');
CREATE TABLE action(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, goal TEXT, code TEXT, title TEXT, brief TEXT, text TEXT, partners TEXT, funding TEXT, due TEXT, scope TEXT, refs TEXT, kind TEXT, position TEXT);
INSERT INTO "action" VALUES('proef/1.1a','proef','1.1','1.1a','Elke school meldt binnen vijf dagen','Elke school meldt…','Elke school meldt binnen vijf dagen','scholen','€ 5.000','2023',NULL,NULL,NULL,'0001');
INSERT INTO "action" VALUES('proef/1.1b','proef','1.1','1.1b','Een vast gezicht per gezin','Een vast gezicht per…','Een vast gezicht per gezin','wijkteam, gemeente','p.m.','najaar 2024',NULL,NULL,NULL,'0002');
INSERT INTO "action" VALUES('proef/1.2a','proef','1.2','1.2a','Jeugdhulp in het speciaal onderwijs kopen','Jeugdhulp in het…','Jeugdhulp in het speciaal onderwijs kopen','jeugdhulpaanbieders','xx','2025-2026',NULL,NULL,NULL,'0001');
INSERT INTO "action" VALUES('proef/2.1a','proef','2.1','2.1a','Afkortingen “zonder” omwegen','Afkortingen “zonder”…','Afkortingen “zonder” omwegen','alle partners',NULL,'elk half jaar',NULL,NULL,NULL,'0001');
CREATE TABLE track(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, action TEXT, column_id TEXT, stage TEXT, health TEXT, reason TEXT, lead TEXT, reported TEXT);
INSERT INTO track VALUES('proef/1.1a/onderwijs','proef','1.1a','onderwijs',NULL,NULL,NULL,'Leerplicht',NULL);
INSERT INTO track VALUES('proef/1.1b/gemeente','proef','1.1b','gemeente','toepassen','op koers',NULL,'Wijkteam','2025-11-02');
INSERT INTO track VALUES('proef/1.1b/jeugdhulp','proef','1.1b','jeugdhulp','toepassen','op koers',NULL,'Wijkteam','2025-11-02');
INSERT INTO track VALUES('proef/1.2a/jeugdhulp','proef','1.2a','jeugdhulp',NULL,NULL,NULL,'Aanbieders',NULL);
INSERT INTO track VALUES('proef/2.1a/gemeente','proef','2.1a','gemeente',NULL,NULL,NULL,'Wijkteam',NULL);
INSERT INTO track VALUES('proef/2.1a/jeugdhulp','proef','2.1a','jeugdhulp',NULL,NULL,NULL,'Wijkteam',NULL);
INSERT INTO track VALUES('proef/2.1a/onderwijs','proef','2.1a','onderwijs',NULL,NULL,NULL,'Wijkteam',NULL);
CREATE TABLE bottleneck(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, action TEXT, column_id TEXT, reason TEXT, since TEXT, rung TEXT, rung_since TEXT, asked TEXT, decide_by TEXT, ended TEXT, outcome TEXT);
CREATE TABLE meeting(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, body TEXT, starts TEXT, place TEXT, agenda TEXT, state TEXT);
INSERT INTO meeting VALUES('m1','proef','Regiegroep','2025-11-27T14:00',NULL,NULL,NULL);
CREATE TABLE decision(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, meeting TEXT, action TEXT, column_id TEXT, text TEXT, lead TEXT, due TEXT, state TEXT);
CREATE TABLE note(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, action TEXT, column_id TEXT, author TEXT, at TEXT, text TEXT);
INSERT INTO note VALUES('n1','proef','1.1b','gemeente','Sam','2025-11-02',replace('Twee regels:\n''en een aanhaling''','\n',char(10)));
CREATE TRIGGER abbreviation_ai AFTER INSERT ON abbreviation BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'abbreviation',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'abbreviation',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'meaning',NEW."meaning");
END;
CREATE TRIGGER abbreviation_au AFTER UPDATE ON abbreviation WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'abbreviation',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'name',NEW."name" WHERE NEW."name" IS NOT OLD."name" UNION ALL SELECT 'meaning',NEW."meaning" WHERE NEW."meaning" IS NOT OLD."meaning");
END;
CREATE TRIGGER abbreviation_ak AFTER UPDATE OF id ON abbreviation WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'abbreviation',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'abbreviation',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'abbreviation',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'meaning',NEW."meaning");
END;
CREATE TRIGGER abbreviation_ad AFTER DELETE ON abbreviation BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'abbreviation',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER action_ai AFTER INSERT ON action BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'action',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'action',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'goal',NEW."goal" UNION ALL SELECT 'code',NEW."code" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'brief',NEW."brief" UNION ALL SELECT 'text',NEW."text" UNION ALL SELECT 'partners',NEW."partners" UNION ALL SELECT 'funding',NEW."funding" UNION ALL SELECT 'due',NEW."due" UNION ALL SELECT 'scope',NEW."scope" UNION ALL SELECT 'refs',NEW."refs" UNION ALL SELECT 'kind',NEW."kind" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER action_au AFTER UPDATE ON action WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'action',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'goal',NEW."goal" WHERE NEW."goal" IS NOT OLD."goal" UNION ALL SELECT 'code',NEW."code" WHERE NEW."code" IS NOT OLD."code" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'brief',NEW."brief" WHERE NEW."brief" IS NOT OLD."brief" UNION ALL SELECT 'text',NEW."text" WHERE NEW."text" IS NOT OLD."text" UNION ALL SELECT 'partners',NEW."partners" WHERE NEW."partners" IS NOT OLD."partners" UNION ALL SELECT 'funding',NEW."funding" WHERE NEW."funding" IS NOT OLD."funding" UNION ALL SELECT 'due',NEW."due" WHERE NEW."due" IS NOT OLD."due" UNION ALL SELECT 'scope',NEW."scope" WHERE NEW."scope" IS NOT OLD."scope" UNION ALL SELECT 'refs',NEW."refs" WHERE NEW."refs" IS NOT OLD."refs" UNION ALL SELECT 'kind',NEW."kind" WHERE NEW."kind" IS NOT OLD."kind" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER action_ak AFTER UPDATE OF id ON action WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'action',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'action',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'action',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'goal',NEW."goal" UNION ALL SELECT 'code',NEW."code" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'brief',NEW."brief" UNION ALL SELECT 'text',NEW."text" UNION ALL SELECT 'partners',NEW."partners" UNION ALL SELECT 'funding',NEW."funding" UNION ALL SELECT 'due',NEW."due" UNION ALL SELECT 'scope',NEW."scope" UNION ALL SELECT 'refs',NEW."refs" UNION ALL SELECT 'kind',NEW."kind" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER action_ad AFTER DELETE ON action BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'action',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER ambition_ai AFTER INSERT ON ambition BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'ambition',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'ambition',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'code',NEW."code" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'wall',NEW."wall" UNION ALL SELECT 'word',NEW."word" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER ambition_au AFTER UPDATE ON ambition WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'ambition',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'code',NEW."code" WHERE NEW."code" IS NOT OLD."code" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'wall',NEW."wall" WHERE NEW."wall" IS NOT OLD."wall" UNION ALL SELECT 'word',NEW."word" WHERE NEW."word" IS NOT OLD."word" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER ambition_ak AFTER UPDATE OF id ON ambition WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'ambition',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'ambition',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'ambition',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'code',NEW."code" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'wall',NEW."wall" UNION ALL SELECT 'word',NEW."word" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER ambition_ad AFTER DELETE ON ambition BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'ambition',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER board_ai AFTER INSERT ON board BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'board',NEW.id,c,v,'',NULL FROM
    (SELECT 'title' c,NEW."title" v UNION ALL SELECT 'wall',NEW."wall" UNION ALL SELECT 'word',NEW."word" UNION ALL SELECT 'subtitle',NEW."subtitle" UNION ALL SELECT 'region',NEW."region" UNION ALL SELECT 'period',NEW."period" UNION ALL SELECT 'source',NEW."source" UNION ALL SELECT 'row_kind',NEW."row_kind" UNION ALL SELECT 'example',NEW."example" UNION ALL SELECT 'silent_days',NEW."silent_days" UNION ALL SELECT 'rung_days',NEW."rung_days" UNION ALL SELECT 'pin',NEW."pin" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER board_au AFTER UPDATE ON board WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board',NEW.id,c,v,'',NULL FROM
    (SELECT 'title' c,NEW."title" v WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'wall',NEW."wall" WHERE NEW."wall" IS NOT OLD."wall" UNION ALL SELECT 'word',NEW."word" WHERE NEW."word" IS NOT OLD."word" UNION ALL SELECT 'subtitle',NEW."subtitle" WHERE NEW."subtitle" IS NOT OLD."subtitle" UNION ALL SELECT 'region',NEW."region" WHERE NEW."region" IS NOT OLD."region" UNION ALL SELECT 'period',NEW."period" WHERE NEW."period" IS NOT OLD."period" UNION ALL SELECT 'source',NEW."source" WHERE NEW."source" IS NOT OLD."source" UNION ALL SELECT 'row_kind',NEW."row_kind" WHERE NEW."row_kind" IS NOT OLD."row_kind" UNION ALL SELECT 'example',NEW."example" WHERE NEW."example" IS NOT OLD."example" UNION ALL SELECT 'silent_days',NEW."silent_days" WHERE NEW."silent_days" IS NOT OLD."silent_days" UNION ALL SELECT 'rung_days',NEW."rung_days" WHERE NEW."rung_days" IS NOT OLD."rung_days" UNION ALL SELECT 'pin',NEW."pin" WHERE NEW."pin" IS NOT OLD."pin" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER board_ak AFTER UPDATE OF id ON board WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'board',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'board',NEW.id,c,v,'',NULL FROM
    (SELECT 'title' c,NEW."title" v UNION ALL SELECT 'wall',NEW."wall" UNION ALL SELECT 'word',NEW."word" UNION ALL SELECT 'subtitle',NEW."subtitle" UNION ALL SELECT 'region',NEW."region" UNION ALL SELECT 'period',NEW."period" UNION ALL SELECT 'source',NEW."source" UNION ALL SELECT 'row_kind',NEW."row_kind" UNION ALL SELECT 'example',NEW."example" UNION ALL SELECT 'silent_days',NEW."silent_days" UNION ALL SELECT 'rung_days',NEW."rung_days" UNION ALL SELECT 'pin',NEW."pin" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER board_ad AFTER DELETE ON board BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER board_column_ai AFTER INSERT ON board_column BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board_column',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'board_column',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'wall',NEW."wall" UNION ALL SELECT 'letter',NEW."letter" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER board_column_au AFTER UPDATE ON board_column WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board_column',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'column_id',NEW."column_id" WHERE NEW."column_id" IS NOT OLD."column_id" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'wall',NEW."wall" WHERE NEW."wall" IS NOT OLD."wall" UNION ALL SELECT 'letter',NEW."letter" WHERE NEW."letter" IS NOT OLD."letter" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER board_column_ak AFTER UPDATE OF id ON board_column WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board_column',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'board_column',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'board_column',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'wall',NEW."wall" UNION ALL SELECT 'letter',NEW."letter" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER board_column_ad AFTER DELETE ON board_column BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board_column',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER bottleneck_ai AFTER INSERT ON bottleneck BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'bottleneck',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'bottleneck',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'reason',NEW."reason" UNION ALL SELECT 'since',NEW."since" UNION ALL SELECT 'rung',NEW."rung" UNION ALL SELECT 'rung_since',NEW."rung_since" UNION ALL SELECT 'asked',NEW."asked" UNION ALL SELECT 'decide_by',NEW."decide_by" UNION ALL SELECT 'ended',NEW."ended" UNION ALL SELECT 'outcome',NEW."outcome");
END;
CREATE TRIGGER bottleneck_au AFTER UPDATE ON bottleneck WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'bottleneck',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'action',NEW."action" WHERE NEW."action" IS NOT OLD."action" UNION ALL SELECT 'column_id',NEW."column_id" WHERE NEW."column_id" IS NOT OLD."column_id" UNION ALL SELECT 'reason',NEW."reason" WHERE NEW."reason" IS NOT OLD."reason" UNION ALL SELECT 'since',NEW."since" WHERE NEW."since" IS NOT OLD."since" UNION ALL SELECT 'rung',NEW."rung" WHERE NEW."rung" IS NOT OLD."rung" UNION ALL SELECT 'rung_since',NEW."rung_since" WHERE NEW."rung_since" IS NOT OLD."rung_since" UNION ALL SELECT 'asked',NEW."asked" WHERE NEW."asked" IS NOT OLD."asked" UNION ALL SELECT 'decide_by',NEW."decide_by" WHERE NEW."decide_by" IS NOT OLD."decide_by" UNION ALL SELECT 'ended',NEW."ended" WHERE NEW."ended" IS NOT OLD."ended" UNION ALL SELECT 'outcome',NEW."outcome" WHERE NEW."outcome" IS NOT OLD."outcome");
END;
CREATE TRIGGER bottleneck_ak AFTER UPDATE OF id ON bottleneck WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'bottleneck',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'bottleneck',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'bottleneck',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'reason',NEW."reason" UNION ALL SELECT 'since',NEW."since" UNION ALL SELECT 'rung',NEW."rung" UNION ALL SELECT 'rung_since',NEW."rung_since" UNION ALL SELECT 'asked',NEW."asked" UNION ALL SELECT 'decide_by',NEW."decide_by" UNION ALL SELECT 'ended',NEW."ended" UNION ALL SELECT 'outcome',NEW."outcome");
END;
CREATE TRIGGER bottleneck_ad AFTER DELETE ON bottleneck BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'bottleneck',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER decision_ai AFTER INSERT ON decision BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'decision',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'decision',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'meeting',NEW."meeting" UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'text',NEW."text" UNION ALL SELECT 'lead',NEW."lead" UNION ALL SELECT 'due',NEW."due" UNION ALL SELECT 'state',NEW."state");
END;
CREATE TRIGGER decision_au AFTER UPDATE ON decision WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'decision',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'meeting',NEW."meeting" WHERE NEW."meeting" IS NOT OLD."meeting" UNION ALL SELECT 'action',NEW."action" WHERE NEW."action" IS NOT OLD."action" UNION ALL SELECT 'column_id',NEW."column_id" WHERE NEW."column_id" IS NOT OLD."column_id" UNION ALL SELECT 'text',NEW."text" WHERE NEW."text" IS NOT OLD."text" UNION ALL SELECT 'lead',NEW."lead" WHERE NEW."lead" IS NOT OLD."lead" UNION ALL SELECT 'due',NEW."due" WHERE NEW."due" IS NOT OLD."due" UNION ALL SELECT 'state',NEW."state" WHERE NEW."state" IS NOT OLD."state");
END;
CREATE TRIGGER decision_ak AFTER UPDATE OF id ON decision WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'decision',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'decision',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'decision',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'meeting',NEW."meeting" UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'text',NEW."text" UNION ALL SELECT 'lead',NEW."lead" UNION ALL SELECT 'due',NEW."due" UNION ALL SELECT 'state',NEW."state");
END;
CREATE TRIGGER decision_ad AFTER DELETE ON decision BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'decision',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER goal_ai AFTER INSERT ON goal BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'goal',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'goal',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'ambition',NEW."ambition" UNION ALL SELECT 'code',NEW."code" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'brief',NEW."brief" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER goal_au AFTER UPDATE ON goal WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'goal',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'ambition',NEW."ambition" WHERE NEW."ambition" IS NOT OLD."ambition" UNION ALL SELECT 'code',NEW."code" WHERE NEW."code" IS NOT OLD."code" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'brief',NEW."brief" WHERE NEW."brief" IS NOT OLD."brief" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER goal_ak AFTER UPDATE OF id ON goal WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'goal',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'goal',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'goal',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'ambition',NEW."ambition" UNION ALL SELECT 'code',NEW."code" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'brief',NEW."brief" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER goal_ad AFTER DELETE ON goal BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'goal',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER meeting_ai AFTER INSERT ON meeting BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'meeting',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'meeting',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'body',NEW."body" UNION ALL SELECT 'starts',NEW."starts" UNION ALL SELECT 'place',NEW."place" UNION ALL SELECT 'agenda',NEW."agenda" UNION ALL SELECT 'state',NEW."state");
END;
CREATE TRIGGER meeting_au AFTER UPDATE ON meeting WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'meeting',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'body',NEW."body" WHERE NEW."body" IS NOT OLD."body" UNION ALL SELECT 'starts',NEW."starts" WHERE NEW."starts" IS NOT OLD."starts" UNION ALL SELECT 'place',NEW."place" WHERE NEW."place" IS NOT OLD."place" UNION ALL SELECT 'agenda',NEW."agenda" WHERE NEW."agenda" IS NOT OLD."agenda" UNION ALL SELECT 'state',NEW."state" WHERE NEW."state" IS NOT OLD."state");
END;
CREATE TRIGGER meeting_ak AFTER UPDATE OF id ON meeting WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'meeting',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'meeting',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'meeting',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'body',NEW."body" UNION ALL SELECT 'starts',NEW."starts" UNION ALL SELECT 'place',NEW."place" UNION ALL SELECT 'agenda',NEW."agenda" UNION ALL SELECT 'state',NEW."state");
END;
CREATE TRIGGER meeting_ad AFTER DELETE ON meeting BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'meeting',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER note_ai AFTER INSERT ON note BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'note',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'note',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'author',NEW."author" UNION ALL SELECT 'at',NEW."at" UNION ALL SELECT 'text',NEW."text");
END;
CREATE TRIGGER note_au AFTER UPDATE ON note WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'note',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'action',NEW."action" WHERE NEW."action" IS NOT OLD."action" UNION ALL SELECT 'column_id',NEW."column_id" WHERE NEW."column_id" IS NOT OLD."column_id" UNION ALL SELECT 'author',NEW."author" WHERE NEW."author" IS NOT OLD."author" UNION ALL SELECT 'at',NEW."at" WHERE NEW."at" IS NOT OLD."at" UNION ALL SELECT 'text',NEW."text" WHERE NEW."text" IS NOT OLD."text");
END;
CREATE TRIGGER note_ak AFTER UPDATE OF id ON note WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'note',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'note',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'note',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'author',NEW."author" UNION ALL SELECT 'at',NEW."at" UNION ALL SELECT 'text',NEW."text");
END;
CREATE TRIGGER note_ad AFTER DELETE ON note BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'note',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER organisation_ai AFTER INSERT ON organisation BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'organisation',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'organisation',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'aka',NEW."aka");
END;
CREATE TRIGGER organisation_au AFTER UPDATE ON organisation WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'organisation',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'name',NEW."name" WHERE NEW."name" IS NOT OLD."name" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'column_id',NEW."column_id" WHERE NEW."column_id" IS NOT OLD."column_id" UNION ALL SELECT 'aka',NEW."aka" WHERE NEW."aka" IS NOT OLD."aka");
END;
CREATE TRIGGER organisation_ak AFTER UPDATE OF id ON organisation WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'organisation',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'organisation',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'organisation',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'aka',NEW."aka");
END;
CREATE TRIGGER organisation_ad AFTER DELETE ON organisation BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'organisation',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER person_ai AFTER INSERT ON person BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'person',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'person',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'pin',NEW."pin" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER person_au AFTER UPDATE ON person WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'person',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'name',NEW."name" WHERE NEW."name" IS NOT OLD."name" UNION ALL SELECT 'column_id',NEW."column_id" WHERE NEW."column_id" IS NOT OLD."column_id" UNION ALL SELECT 'pin',NEW."pin" WHERE NEW."pin" IS NOT OLD."pin" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER person_ak AFTER UPDATE OF id ON person WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'person',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'person',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'person',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'pin',NEW."pin" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER person_ad AFTER DELETE ON person BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'person',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER rhythm_ai AFTER INSERT ON rhythm BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rhythm',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'rhythm',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'due',NEW."due" UNION ALL SELECT 'who',NEW."who" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER rhythm_au AFTER UPDATE ON rhythm WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rhythm',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'due',NEW."due" WHERE NEW."due" IS NOT OLD."due" UNION ALL SELECT 'who',NEW."who" WHERE NEW."who" IS NOT OLD."who" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER rhythm_ak AFTER UPDATE OF id ON rhythm WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rhythm',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'rhythm',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'rhythm',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'due',NEW."due" UNION ALL SELECT 'who',NEW."who" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER rhythm_ad AFTER DELETE ON rhythm BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rhythm',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER rung_ai AFTER INSERT ON rung BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rung',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'rung',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER rung_au AFTER UPDATE ON rung WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rung',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'name',NEW."name" WHERE NEW."name" IS NOT OLD."name" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER rung_ak AFTER UPDATE OF id ON rung WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rung',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'rung',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'rung',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER rung_ad AFTER DELETE ON rung BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rung',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER stage_ai AFTER INSERT ON stage BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'stage',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'stage',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER stage_au AFTER UPDATE ON stage WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'stage',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'name',NEW."name" WHERE NEW."name" IS NOT OLD."name" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER stage_ak AFTER UPDATE OF id ON stage WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'stage',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'stage',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'stage',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER stage_ad AFTER DELETE ON stage BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'stage',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER track_ai AFTER INSERT ON track BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'track',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'track',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'stage',NEW."stage" UNION ALL SELECT 'health',NEW."health" UNION ALL SELECT 'reason',NEW."reason" UNION ALL SELECT 'lead',NEW."lead" UNION ALL SELECT 'reported',NEW."reported");
END;
CREATE TRIGGER track_au AFTER UPDATE ON track WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'track',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'action',NEW."action" WHERE NEW."action" IS NOT OLD."action" UNION ALL SELECT 'column_id',NEW."column_id" WHERE NEW."column_id" IS NOT OLD."column_id" UNION ALL SELECT 'stage',NEW."stage" WHERE NEW."stage" IS NOT OLD."stage" UNION ALL SELECT 'health',NEW."health" WHERE NEW."health" IS NOT OLD."health" UNION ALL SELECT 'reason',NEW."reason" WHERE NEW."reason" IS NOT OLD."reason" UNION ALL SELECT 'lead',NEW."lead" WHERE NEW."lead" IS NOT OLD."lead" UNION ALL SELECT 'reported',NEW."reported" WHERE NEW."reported" IS NOT OLD."reported");
END;
CREATE TRIGGER track_ak AFTER UPDATE OF id ON track WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'track',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'track',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'track',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'stage',NEW."stage" UNION ALL SELECT 'health',NEW."health" UNION ALL SELECT 'reason',NEW."reason" UNION ALL SELECT 'lead',NEW."lead" UNION ALL SELECT 'reported',NEW."reported");
END;
CREATE TRIGGER track_ad AFTER DELETE ON track BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'track',OLD.id,'_live',0,'',NULL;
END;
COMMIT;
