<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Arguments</name>
    <message>
        <source>Shows Erlang and Elixir clusters live, and says why nodes do not connect.</source>
        <translation>Mostra clusters Erlang e Elixir ao vivo e diz por que os nós não se conectam.</translation>
    </message>
    <message>
        <source>Start the practice cluster: no Erlang is needed.</source>
        <translation>Inicia o cluster de prática: não é preciso ter Erlang.</translation>
    </message>
    <message>
        <source>The same, with 2 to 50 nodes.</source>
        <translation>O mesmo, com 2 a 50 nós.</translation>
    </message>
    <message>
        <source>EPMD&apos;s port, instead of ERL_EPMD_PORT or 4369.</source>
        <translation>A porta do EPMD, em vez de ERL_EPMD_PORT ou 4369.</translation>
    </message>
    <message>
        <source>The file that holds the cookie for the nodes given. A cookie itself is never an argument.</source>
        <translation>O arquivo que contém o cookie para os nós indicados. O cookie em si nunca é um argumento.</translation>
    </message>
    <message>
        <source>The language of the window: en or pt_BR.</source>
        <translation>O idioma da janela: en ou pt_BR.</translation>
    </message>
    <message>
        <source>--practice-nodes takes a number from 2 to 50.</source>
        <translation>--practice-nodes exige um número de 2 a 50.</translation>
    </message>
    <message>
        <source>--epmd-port takes a number from 1 to 65535.</source>
        <translation>--epmd-port exige um número de 1 a 65535.</translation>
    </message>
    <message>
        <source>%1 is not a node&apos;s name: it must be name@host.</source>
        <translation>%1 não é um nome de nó: deve ser nome@máquina.</translation>
    </message>
    <message>
        <source>Open a saved cluster profile, or the file of one.</source>
        <translation>Abre um perfil de cluster salvo, ou o arquivo de um.</translation>
    </message>
    <message>
        <source>Nodes to connect to, such as app@127.0.0.1; or a recording to show, such as file.nodescope.</source>
        <translation>Nós a conectar, como app@127.0.0.1; ou uma gravação a mostrar, como arquivo.nodescope.</translation>
    </message>
    <message>
        <source>--render needs a node to connect to, or --practice.</source>
        <translation>--render precisa de um nó ao qual se conectar, ou de --practice.</translation>
    </message>
    <message>
        <source>Draw the cluster into FILE (.svg, .png or .pdf) and end: no display is needed.</source>
        <translation>Desenha o cluster em FILE (.svg, .png ou .pdf) e termina: não precisa de tela.</translation>
    </message>
    <message>
        <source>With --render: the picture&apos;s size (default: 1280x800).</source>
        <translation>Com --render: o tamanho da imagem (padrão: 1280x800).</translation>
    </message>
    <message>
        <source>With --render to PNG: 1 to 4 times the pixels (default: 1).</source>
        <translation>Com --render para PNG: 1 a 4 vezes os pixels (padrão: 1).</translation>
    </message>
    <message>
        <source>With --render: light (default) or dark.</source>
        <translation>Com --render: light (claro, padrão) ou dark (escuro).</translation>
    </message>
    <message>
        <source>With --render: draw what is known after so many seconds (default: 10).</source>
        <translation>Com --render: desenha o que se sabe depois de tantos segundos (padrão: 10).</translation>
    </message>
    <message>
        <source>--%1 goes with --render.</source>
        <translation>--%1 só vale com --render.</translation>
    </message>
    <message>
        <source>--render takes a file that ends with .svg, .png or .pdf.</source>
        <translation>--render pede um arquivo que termine em .svg, .png ou .pdf.</translation>
    </message>
    <message>
        <source>--size takes width and height from 200 to 8000, such as 1280x800.</source>
        <translation>--size pede largura e altura de 200 a 8000, como 1280x800.</translation>
    </message>
    <message>
        <source>--scale takes a number from 1 to 4.</source>
        <translation>--scale pede um número de 1 a 4.</translation>
    </message>
    <message>
        <source>--theme takes light or dark.</source>
        <translation>--theme pede light ou dark.</translation>
    </message>
    <message>
        <source>--timeout takes a number of seconds from 1 to 600.</source>
        <translation>--timeout pede um número de segundos de 1 a 600.</translation>
    </message>
    <message>
        <source>Open a window of its own: a recording or profile goes to a running one else.</source>
        <translation>Abrir uma janela própria: senão, uma gravação ou um perfil vai para a que já está aberta.</translation>
    </message>
</context>
<context>
    <name>CauseText</name>
    <message>
        <source>Nodes never exchange cookies. Each proves that it has the cookie by a digest of the other’s challenge. %1 read our digest and hung up, which is what a node does when its cookie is another one.</source>
        <translation>Os nós nunca trocam cookies. Cada um prova que tem o cookie com um digest do desafio do outro. %1 leu o nosso digest e desligou, que é o que um nó faz quando o cookie dele é outro.</translation>
    </message>
    <message>
        <source>%1 proved itself with a digest, and %2 hung up, which is what a node does when its cookie for the other is another one. Both ends must hold the same cookie for each other.</source>
        <translation>%1 se identificou com um digest, e %2 desligou, que é o que um nó faz quando o cookie que ele guarda para o outro é diferente. As duas pontas precisam ter o mesmo cookie uma para a outra.</translation>
    </message>
    <message>
        <source>The rungs below show how far it went. What came back matches none of the patterns that this program recognises; the bytes are there to be read.</source>
        <translation>Os degraus abaixo mostram até onde se chegou. A resposta não corresponde a nenhum dos padrões que este programa reconhece; os bytes estão aí para serem lidos.</translation>
    </message>
    <message>
        <source>%1 keeps a list of nodes that may connect (net_kernel:allow/1), and the caller is not on it. The cookie was never looked at.</source>
        <translation>%1 mantém uma lista de nós que podem se conectar (net_kernel:allow/1), e quem chamou não está nela. O cookie nem chegou a ser verificado.</translation>
    </message>
    <message>
        <source>Each release demands abilities of its peers, as flags. One side lacks a flag that the other demands. OTP promises that nodes at most two releases apart understand each other.</source>
        <translation>Cada versão exige certas capacidades do outro lado, na forma de flags. A um dos lados falta uma flag que o outro exige. O OTP garante que nós com até duas versões de diferença se entendem.</translation>
    </message>
    <message>
        <source>Before nodes meet, EPMD of the host tells at which port a node listens. Nothing answered at EPMD’s port on %1: it does not run there, listens at another port or address, or a firewall stands between.</source>
        <translation>Antes de os nós se encontrarem, o EPMD da máquina informa em que porta cada nó escuta. Nada respondeu na porta do EPMD em %1: ele não está em execução lá, escuta em outra porta ou endereço, ou há um firewall no caminho.</translation>
    </message>
    <message>
        <source>The part behind the @ must be a name that this machine can turn into an address. %1 is not known here, neither in DNS nor in the hosts file.</source>
        <translation>A parte depois do @ precisa ser um nome que esta máquina consiga transformar em endereço. %1 não é conhecido aqui, nem no DNS nem no arquivo hosts.</translation>
    </message>
    <message>
        <source>EPMD says where %1 listens, but connections to that port get no answer. Most often a firewall lets EPMD’s port through and not the node’s, which is another at each start unless it is pinned.</source>
        <translation>O EPMD diz onde %1 escuta, mas as conexões a essa porta ficam sem resposta. Na maioria das vezes um firewall deixa passar a porta do EPMD e não a do nó, que muda a cada início se não for fixada.</translation>
    </message>
    <message>
        <source>Something accepted the connection and answered in a way that no Erlang node does. Another program holds the port.</source>
        <translation>Algo aceitou a conexão e respondeu como nenhum nó Erlang responde. Outro programa ocupa a porta.</translation>
    </message>
    <message>
        <source>Whether a link is encrypted is not negotiated: both nodes must be started with the same -proto_dist. Here one of the two speaks TLS and the other does not.</source>
        <translation>Se uma conexão é cifrada não se negocia: os dois nós precisam ser iniciados com o mesmo -proto_dist. Aqui um dos dois fala TLS e o outro não.</translation>
    </message>
    <message>
        <source>A node answered, but it calls itself otherwise than it was called. A name must be dialled exactly as the node calls itself, host part included: EPMD compares only what stands before the @.</source>
        <translation>Um nó respondeu, mas ele se chama de outra forma. O nome precisa ser chamado exatamente como o nó se chama, inclusive a parte da máquina: o EPMD compara apenas o que vem antes do @.</translation>
    </message>
    <message>
        <source>The peer already has, or is setting up, a link to a node of the caller’s name. Two nodes must not have one name; after a broken link the old one may live on until its tick time runs out.</source>
        <translation>O outro lado já tem, ou está estabelecendo, uma conexão com um nó do mesmo nome de quem chamou. Dois nós não podem ter o mesmo nome; depois de uma queda, a conexão antiga pode sobreviver até o tick time se esgotar.</translation>
    </message>
    <message>
        <source>The connection was accepted, and no answer came. The node is frozen or overloaded, its machine is suspended, or something between lets connections through and swallows what is said.</source>
        <translation>A conexão foi aceita e nenhuma resposta veio. O nó está congelado ou sobrecarregado, a máquina dele está suspensa, ou algo no caminho deixa passar conexões e engole o que é dito.</translation>
    </message>
    <message>
        <source>The peer speaks the handshake, but said something that is not allowed at that point. The bytes below show what.</source>
        <translation>O outro lado fala o handshake, mas disse algo que não é permitido naquele ponto. Os bytes abaixo mostram o quê.</translation>
    </message>
    <message>
        <source>The peer sent us the very challenge that we had given to somebody else. Signing it would have let an intruder in without the cookie, so the link was closed. Find out what runs there before trying again.</source>
        <translation>O outro lado nos enviou exatamente o desafio que havíamos dado a outro. Assiná-lo deixaria entrar um intruso sem o cookie; por isso a conexão foi fechada. Descubra o que está em execução lá antes de tentar de novo.</translation>
    </message>
    <message>
        <source>Something accepted the connection at EPMD’s port on %1 and did not speak EPMD’s protocol.</source>
        <translation>Algo aceitou a conexão na porta do EPMD em %1 e não falou o protocolo do EPMD.</translation>
    </message>
    <message>
        <source>The name %1 leads to an address that this machine has no way to: another network, a VPN that is down, or an internal address.</source>
        <translation>O nome %1 leva a um endereço ao qual esta máquina não tem caminho: outra rede, uma VPN desligada ou um endereço interno.</translation>
    </message>
    <message>
        <source>EPMD still lists %1, but nobody listens at its port. The node has just died, or the name leads to another machine or container than the one where EPMD runs.</source>
        <translation>O EPMD ainda lista %1, mas ninguém escuta na porta dele. O nó acabou de cair, ou o nome leva a outra máquina ou contêiner que não o do EPMD.</translation>
    </message>
    <message>
        <source>The link was up and went down. The reason is in the words of the node that noticed.</source>
        <translation>A conexão estava ativa e caiu. O motivo está nas palavras do nó que percebeu.</translation>
    </message>
    <message>
        <source>A cookie is needed to prove ourselves to %1, and none was given for the node, its host or its cluster.</source>
        <translation>É preciso um cookie para nos identificarmos a %1, e nenhum foi dado para o nó, sua máquina ou seu cluster.</translation>
    </message>
    <message>
        <source>their digest does not fit our challenge</source>
        <translation>o digest dele não corresponde ao nosso desafio</translation>
    </message>
    <message>
        <source>closed %1 after our digest</source>
        <translation>fechou %1 depois do nosso digest</translation>
    </message>
    <message>
        <source>the peer answered not_allowed, and we sent every flag that it can demand</source>
        <translation>o outro lado respondeu not_allowed, e enviamos todas as flags que ele pode exigir</translation>
    </message>
    <message>
        <source>no answer at the port of EPMD after %1</source>
        <translation>sem resposta na porta do EPMD depois de %1</translation>
    </message>
    <message>
        <source>EPMD answered, and knows no such name</source>
        <translation>o EPMD respondeu e não conhece esse nome</translation>
    </message>
    <message>
        <source>EPMD named the port, and the port did not answer within %1</source>
        <translation>o EPMD informou a porta, e ela não respondeu em %1</translation>
    </message>
    <message>
        <source>EPMD named the port, and the port refused after %1</source>
        <translation>o EPMD informou a porta, e ela recusou depois de %1</translation>
    </message>
    <message>
        <source>connected, and then nothing for %1</source>
        <translation>conectou, e depois nada por %1</translation>
    </message>
    <message>
        <source>The evidence fits more than one cause.</source>
        <translation>As evidências servem para mais de uma causa.</translation>
    </message>
    <message>
        <source>Cannot be told apart from here: %1.</source>
        <translation>Não dá para distinguir daqui: %1.</translation>
    </message>
    <message>
        <source>Certain.</source>
        <translation>Certo.</translation>
    </message>
    <message>
        <source>Almost certain.</source>
        <translation>Quase certo.</translation>
    </message>
    <message>
        <source>Certain: %1.</source>
        <translation>Certo: %1.</translation>
    </message>
    <message>
        <source>Almost certain: %1.</source>
        <translation>Quase certo: %1.</translation>
    </message>
    <message>
        <source>It worked.</source>
        <translation>Funcionou.</translation>
    </message>
    <message>
        <source>It failed, and the evidence fits no cause that we know.</source>
        <translation>Falhou, e as evidências não correspondem a nenhuma causa conhecida.</translation>
    </message>
    <message>
        <source>The cookies differ.</source>
        <translation>Os cookies são diferentes.</translation>
    </message>
    <message>
        <source>The node’s allow list excludes the caller.</source>
        <translation>A lista de permissões do nó exclui quem chama.</translation>
    </message>
    <message>
        <source>The releases are too far apart.</source>
        <translation>As versões estão distantes demais.</translation>
    </message>
    <message>
        <source>EPMD does not answer.</source>
        <translation>O EPMD não responde.</translation>
    </message>
    <message>
        <source>The host is not known.</source>
        <translation>A máquina não é conhecida.</translation>
    </message>
    <message>
        <source>EPMD knows no node of that name.</source>
        <translation>O EPMD não conhece nenhum nó com esse nome.</translation>
    </message>
    <message>
        <source>The node’s port does not answer.</source>
        <translation>A porta do nó não responde.</translation>
    </message>
    <message>
        <source>What listens there is no Erlang node.</source>
        <translation>O que escuta lá não é um nó Erlang.</translation>
    </message>
    <message>
        <source>One side speaks TLS, the other does not.</source>
        <translation>Um lado fala TLS, o outro não.</translation>
    </message>
    <message>
        <source>A node of another name answers.</source>
        <translation>Quem responde é um nó de outro nome.</translation>
    </message>
    <message>
        <source>The name is in use.</source>
        <translation>O nome já está em uso.</translation>
    </message>
    <message>
        <source>The node accepted, and then said nothing.</source>
        <translation>O nó aceitou e depois não disse nada.</translation>
    </message>
    <message>
        <source>The peer broke the handshake.</source>
        <translation>O outro lado quebrou o handshake.</translation>
    </message>
    <message>
        <source>The peer tried to have us sign our own challenge.</source>
        <translation>O outro lado tentou nos fazer assinar nosso próprio desafio.</translation>
    </message>
    <message>
        <source>What answers at EPMD’s port is not EPMD.</source>
        <translation>O que responde na porta do EPMD não é o EPMD.</translation>
    </message>
    <message>
        <source>There is no way to the host.</source>
        <translation>Não há caminho até a máquina.</translation>
    </message>
    <message>
        <source>EPMD names a port that nobody listens on.</source>
        <translation>O EPMD informa uma porta em que ninguém escuta.</translation>
    </message>
    <message>
        <source>The link went down.</source>
        <translation>A conexão caiu.</translation>
    </message>
    <message>
        <source>The attempt was given up.</source>
        <translation>A tentativa foi abandonada.</translation>
    </message>
    <message>
        <source>There is no cookie for this node.</source>
        <translation>Não há cookie para este nó.</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>unknown cause</source>
        <translation>causa desconhecida</translation>
    </message>
    <message>
        <source>cookie mismatch</source>
        <translation>cookie diferente</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>não permitido</translation>
    </message>
    <message>
        <source>flags missing</source>
        <translation>faltam flags</translation>
    </message>
    <message>
        <source>no EPMD</source>
        <translation>sem EPMD</translation>
    </message>
    <message>
        <source>unknown host</source>
        <translation>máquina desconhecida</translation>
    </message>
    <message>
        <source>not registered</source>
        <translation>não registrado</translation>
    </message>
    <message>
        <source>port blocked</source>
        <translation>porta bloqueada</translation>
    </message>
    <message>
        <source>not a node</source>
        <translation>não é um nó</translation>
    </message>
    <message>
        <source>TLS and plain</source>
        <translation>TLS e sem TLS</translation>
    </message>
    <message>
        <source>other name</source>
        <translation>outro nome</translation>
    </message>
    <message>
        <source>name in use</source>
        <translation>nome em uso</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>silencioso</translation>
    </message>
    <message>
        <source>broken handshake</source>
        <translation>handshake quebrado</translation>
    </message>
    <message>
        <source>reflection refused</source>
        <translation>reflexão recusada</translation>
    </message>
    <message>
        <source>not EPMD</source>
        <translation>não é EPMD</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>sem rota</translation>
    </message>
    <message>
        <source>stale port</source>
        <translation>porta obsoleta</translation>
    </message>
    <message>
        <source>link lost</source>
        <translation>conexão perdida</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>abandonada</translation>
    </message>
    <message>
        <source>no cookie</source>
        <translation>sem cookie</translation>
    </message>
    <message>
        <source>name is well-formed</source>
        <translation>nome bem-formado</translation>
    </message>
    <message>
        <source>host resolves</source>
        <translation>máquina encontrada</translation>
    </message>
    <message>
        <source>EPMD answers</source>
        <translation>EPMD responde</translation>
    </message>
    <message>
        <source>name registered</source>
        <translation>nome registrado</translation>
    </message>
    <message>
        <source>port reachable</source>
        <translation>porta acessível</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>name and flags</source>
        <translation>nome e flags</translation>
    </message>
    <message>
        <source>challenge</source>
        <translation>desafio</translation>
    </message>
    <message>
        <source>our digest</source>
        <translation>nosso digest</translation>
    </message>
    <message>
        <source>their digest</source>
        <translation>digest deles</translation>
    </message>
    <message>
        <source>link up</source>
        <translation>conexão ativa</translation>
    </message>
    <message>
        <source>calls answered</source>
        <translation>chamadas respondidas</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>não alcançado</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>passou</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>pulado</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>incerto</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>in the shell of %1</source>
        <translation>no shell de %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>em %1</translation>
    </message>
    <message>
        <source>where %1 is started</source>
        <translation>onde %1 é iniciado</translation>
    </message>
    <message>
        <source>Connect again with the cookie that %1 uses. This shows it:</source>
        <translation>Conecte de novo com o cookie que %1 usa. Isto o mostra:</translation>
    </message>
    <message>
        <source>Give %1 the cookie of %2, on this side only:</source>
        <translation>Dê a %1 o cookie de %2, somente deste lado:</translation>
    </message>
    <message>
        <source>where both are started</source>
        <translation>onde ambos são iniciados</translation>
    </message>
    <message>
        <source>Add the caller to the list. A node with a dynamic name, as this program, is let in by its host:</source>
        <translation>Acrescente quem chama à lista. Um nó de nome dinâmico, como este programa, entra pela sua máquina:</translation>
    </message>
    <message>
        <source>Show the list:</source>
        <translation>Mostre a lista:</translation>
    </message>
    <message>
        <source>Compare the releases, and bring them within two of each other:</source>
        <translation>Compare as versões e deixe-as com no máximo duas de diferença:</translation>
    </message>
    <message>
        <source>See whether EPMD runs there, and start it where it does not (a starting node does so by itself):</source>
        <translation>Veja se o EPMD está em execução lá e inicie-o se não estiver (um nó que inicia faz isso sozinho):</translation>
    </message>
    <message>
        <source>in any shell</source>
        <translation>em qualquer shell</translation>
    </message>
    <message>
        <source>before nodes are started</source>
        <translation>antes de iniciar os nós</translation>
    </message>
    <message>
        <source>See what the name leads to:</source>
        <translation>Veja a que o nome leva:</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>nesta máquina</translation>
    </message>
    <message>
        <source>Or start the node under an address that can be reached:</source>
        <translation>Ou inicie o nó com um endereço que possa ser alcançado:</translation>
    </message>
    <message>
        <source>List what EPMD knows there, and dial one of those names:</source>
        <translation>Liste o que o EPMD conhece lá e chame um desses nomes:</translation>
    </message>
    <message>
        <source>Or start the node:</source>
        <translation>Ou inicie o nó:</translation>
    </message>
    <message>
        <source>in config/runtime.exs it is too late; in rel/env.sh.eex</source>
        <translation>em config/runtime.exs já é tarde; em rel/env.sh.eex</translation>
    </message>
    <message>
        <source>Find out who holds the port:</source>
        <translation>Descubra quem ocupa a porta:</translation>
    </message>
    <message>
        <source>See how the node was started, and start both sides alike:</source>
        <translation>Veja como o nó foi iniciado e inicie os dois lados da mesma forma:</translation>
    </message>
    <message>
        <source>Dial it by its own name, %1.</source>
        <translation>Chame-o pelo próprio nome, %1.</translation>
    </message>
    <message>
        <source>Dial it by its own name. This shows it:</source>
        <translation>Chame-o pelo próprio nome. Isto o mostra:</translation>
    </message>
    <message>
        <source>in the shell of the node</source>
        <translation>no shell do nó</translation>
    </message>
    <message>
        <source>Or give the node the name by which it is called:</source>
        <translation>Ou dê ao nó o nome pelo qual ele é chamado:</translation>
    </message>
    <message>
        <source>See whether the node’s process runs or is stopped (state T), and whether its machine is overloaded:</source>
        <translation>Veja se o processo do nó está em execução ou parado (estado T), e se a máquina dele está sobrecarregada:</translation>
    </message>
    <message>
        <source>If the reason is net_tick_timeout, the other side was silent for the whole tick time. This shows it:</source>
        <translation>Se o motivo for net_tick_timeout, o outro lado ficou em silêncio por todo o tick time. Isto o mostra:</translation>
    </message>
    <message>
        <source>closed %1 after the digest</source>
        <translation>fechada %1 depois do digest</translation>
    </message>
    <message>
        <source>transport as expected</source>
        <translation>transporte esperado</translation>
    </message>
    <message>
        <source>The certificate of %1 is not for the host %2. A certificate must name the part behind the @ among its alternative names.</source>
        <translation>O certificado de %1 não é para a máquina %2. Um certificado deve trazer a parte depois do @ entre os seus nomes alternativos.</translation>
    </message>
    <message>
        <source>The certificate of %1 names the host %2 in its subject alone. Only alternative names count.</source>
        <translation>O certificado de %1 traz a máquina %2 apenas no seu titular. Só os nomes alternativos contam.</translation>
    </message>
    <message>
        <source>The certificate of %1 was issued by an authority that is not among those we trust (cacertfile).</source>
        <translation>O certificado de %1 foi emitido por uma autoridade que não está entre aquelas em que confiamos (cacertfile).</translation>
    </message>
    <message>
        <source>The certificate of %1 signs itself, and is not among those we trust (cacertfile).</source>
        <translation>O certificado de %1 assina a si mesmo e não está entre aqueles em que confiamos (cacertfile).</translation>
    </message>
    <message>
        <source>Today lies outside the dates of a certificate that %1 shows. If the dates are right, look at the clock of this machine.</source>
        <translation>Hoje está fora das datas de um certificado que %1 apresenta. Se as datas estiverem certas, verifique o relógio desta máquina.</translation>
    </message>
    <message>
        <source>A certificate in the chain of %1 was used to sign another, and is no authority (CA:TRUE is missing).</source>
        <translation>Um certificado na cadeia de %1 foi usado para assinar outro e não é uma autoridade (falta CA:TRUE).</translation>
    </message>
    <message>
        <source>%1 demands a certificate of whoever calls, and we showed none.</source>
        <translation>%1 exige um certificado de quem chama, e não apresentamos nenhum.</translation>
    </message>
    <message>
        <source>%1 refused our certificate: it was issued by an authority that the node does not trust.</source>
        <translation>%1 recusou o nosso certificado: ele foi emitido por uma autoridade em que o nó não confia.</translation>
    </message>
    <message>
        <source>%1 refused our certificate. The alert names the reason; its log tells more.</source>
        <translation>%1 recusou o nosso certificado. O alerta diz o motivo; o log do nó diz mais.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be accepted. The evidence names the reason.</source>
        <translation>O certificado de %1 não pode ser aceito. A evidência diz o motivo.</translation>
    </message>
    <message>
        <source>Both sides speak TLS, or tried to, and found nothing to agree on: no common version or cipher, or settings that one side cannot use. The evidence says how far it went.</source>
        <translation>Os dois lados falam TLS, ou tentaram, e não chegaram a um acordo: nenhuma versão ou cifra em comum, ou configurações que um dos lados não pode usar. A evidência diz até onde se chegou.</translation>
    </message>
    <message>
        <source>A certificate was refused.</source>
        <translation>Um certificado foi recusado.</translation>
    </message>
    <message>
        <source>No encrypted connection came about.</source>
        <translation>Nenhuma conexão cifrada se estabeleceu.</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>certificado</translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation>sem TLS</translation>
    </message>
    <message>
        <source>Give the calling side a certificate that the other side’s authority issued, in the client’s section of its options file:</source>
        <translation>Dê ao lado que chama um certificado emitido pela autoridade do outro lado, na seção do cliente do seu arquivo de opções:</translation>
    </message>
    <message>
        <source>in the file of -ssl_dist_optfile</source>
        <translation>no arquivo de -ssl_dist_optfile</translation>
    </message>
    <message>
        <source>See what the certificate says, and for how long:</source>
        <translation>Veja o que o certificado diz, e até quando:</translation>
    </message>
    <message>
        <source>A certificate for a node names the host as it stands behind the @:</source>
        <translation>Um certificado para um nó traz a máquina como ela aparece depois do @:</translation>
    </message>
    <message>
        <source>short or long name</source>
        <translation>nome curto ou longo</translation>
    </message>
    <message>
        <source>first tick</source>
        <translation>primeiro tick</translation>
    </message>
    <message>
        <source>Each node was given the other’s cookie, so the two values cross.</source>
        <translation>Cada nó recebeu o cookie do outro, então os dois valores se cruzam.</translation>
    </message>
    <message>
        <source>The cookie was cut at a # in vm.args.</source>
        <translation>O cookie foi cortado em um # no vm.args.</translation>
    </message>
    <message>
        <source>Others may read the cookie file.</source>
        <translation>Outros podem ler o arquivo do cookie.</translation>
    </message>
    <message>
        <source>The cookie file cannot be read.</source>
        <translation>O arquivo do cookie não pode ser lido.</translation>
    </message>
    <message>
        <source>The service runs as another user, with another cookie.</source>
        <translation>O serviço roda com outro usuário, com outro cookie.</translation>
    </message>
    <message>
        <source>A node with a short name dials a long one.</source>
        <translation>Um nó de nome curto chama um de nome longo.</translation>
    </message>
    <message>
        <source>A node with a long name dials a short one.</source>
        <translation>Um nó de nome longo chama um de nome curto.</translation>
    </message>
    <message>
        <source>The node finds no long name for itself.</source>
        <translation>O nó não encontra um nome longo para si.</translation>
    </message>
    <message>
        <source>EPMD was restarted and has forgotten the node.</source>
        <translation>O EPMD foi reiniciado e esqueceu o nó.</translation>
    </message>
    <message>
        <source>An EPMD answers that the nodes do not use.</source>
        <translation>Responde um EPMD que os nós não usam.</translation>
    </message>
    <message>
        <source>This release cannot use erl_epmd_port.</source>
        <translation>Esta versão não sabe usar erl_epmd_port.</translation>
    </message>
    <message>
        <source>The host’s own name leads nowhere.</source>
        <translation>O nome da própria máquina não leva a lugar nenhum.</translation>
    </message>
    <message>
        <source>A service mesh stands between the nodes.</source>
        <translation>Há uma service mesh entre os nós.</translation>
    </message>
    <message>
        <source>DNS has no record for the nodes.</source>
        <translation>O DNS não tem registro para os nós.</translation>
    </message>
    <message>
        <source>One side speaks IPv4, the other IPv6.</source>
        <translation>Um lado fala IPv4, o outro IPv6.</translation>
    </message>
    <message>
        <source>The node does not listen.</source>
        <translation>O nó não escuta.</translation>
    </message>
    <message>
        <source>The node does not connect by itself.</source>
        <translation>O nó não se conecta sozinho.</translation>
    </message>
    <message>
        <source>global dropped the link to prevent overlapping partitions.</source>
        <translation>O global derrubou a conexão para evitar partições sobrepostas.</translation>
    </message>
    <message>
        <source>The node is hidden.</source>
        <translation>O nó é oculto.</translation>
    </message>
    <message>
        <source>global introduces nodes of another cluster.</source>
        <translation>O global apresenta nós de outro cluster.</translation>
    </message>
    <message>
        <source>The link is overloaded.</source>
        <translation>A conexão está sobrecarregada.</translation>
    </message>
    <message>
        <source>net_kernel does not answer.</source>
        <translation>O net_kernel não responde.</translation>
    </message>
    <message>
        <source>The emulator is not a node.</source>
        <translation>O emulador não é um nó.</translation>
    </message>
    <message>
        <source>Both dialled at once.</source>
        <translation>Os dois chamaram ao mesmo tempo.</translation>
    </message>
    <message>
        <source>The peer still holds an older link of that name.</source>
        <translation>O outro lado ainda mantém uma conexão antiga com esse nome.</translation>
    </message>
    <message>
        <source>The node’s own TLS options keep it from dialling.</source>
        <translation>As próprias opções TLS do nó o impedem de chamar.</translation>
    </message>
    <message>
        <source>A native record was sent to an older node.</source>
        <translation>Um registro nativo foi enviado a um nó mais antigo.</translation>
    </message>
    <message>
        <source>cookies crossed</source>
        <translation>cookies cruzados</translation>
    </message>
    <message>
        <source>cookie cut</source>
        <translation>cookie cortado</translation>
    </message>
    <message>
        <source>cookie file mode</source>
        <translation>permissões do cookie</translation>
    </message>
    <message>
        <source>cookie file</source>
        <translation>arquivo do cookie</translation>
    </message>
    <message>
        <source>other user’s cookie</source>
        <translation>cookie de outro usuário</translation>
    </message>
    <message>
        <source>short dials long</source>
        <translation>curto chama longo</translation>
    </message>
    <message>
        <source>long dials short</source>
        <translation>longo chama curto</translation>
    </message>
    <message>
        <source>no own long name</source>
        <translation>sem nome longo próprio</translation>
    </message>
    <message>
        <source>EPMD forgot it</source>
        <translation>EPMD o esqueceu</translation>
    </message>
    <message>
        <source>stray EPMD</source>
        <translation>EPMD avulso</translation>
    </message>
    <message>
        <source>erl_epmd_port</source>
        <translation>erl_epmd_port</translation>
    </message>
    <message>
        <source>own host name</source>
        <translation>nome da máquina</translation>
    </message>
    <message>
        <source>service mesh</source>
        <translation>service mesh</translation>
    </message>
    <message>
        <source>no DNS record</source>
        <translation>sem registro DNS</translation>
    </message>
    <message>
        <source>IPv4 and IPv6</source>
        <translation>IPv4 e IPv6</translation>
    </message>
    <message>
        <source>does not listen</source>
        <translation>não escuta</translation>
    </message>
    <message>
        <source>auto-connect off</source>
        <translation>conexão automática desligada</translation>
    </message>
    <message>
        <source>dropped by global</source>
        <translation>derrubado pelo global</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>introduced by global</source>
        <translation>apresentado pelo global</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>sobrecarregado</translation>
    </message>
    <message>
        <source>net_kernel stuck</source>
        <translation>net_kernel parado</translation>
    </message>
    <message>
        <source>not distributed</source>
        <translation>não distribuído</translation>
    </message>
    <message>
        <source>both dial</source>
        <translation>os dois chamam</translation>
    </message>
    <message>
        <source>older link</source>
        <translation>conexão antiga</translation>
    </message>
    <message>
        <source>TLS options</source>
        <translation>opções TLS</translation>
    </message>
    <message>
        <source>native record</source>
        <translation>registro nativo</translation>
    </message>
    <message>
        <source>on the host of the node</source>
        <translation>na máquina do nó</translation>
    </message>
    <message>
        <source>where the node is started</source>
        <translation>onde o nó é iniciado</translation>
    </message>
    <message>
        <source>the dialling node</source>
        <translation>o nó que chama</translation>
    </message>
    <message>
        <source>the other node</source>
        <translation>o outro nó</translation>
    </message>
    <message>
        <source>A node uses one cookie for a peer in both directions. Here each of the two was given the other’s own cookie for the other, so the two values still differ, only the other way round. It must be done on one side only.</source>
        <translation>Um nó usa um só cookie para outro, nos dois sentidos. Aqui cada um dos dois recebeu o cookie do outro para o outro, então os valores continuam diferentes, apenas trocados. Isso deve ser feito em um lado só.</translation>
    </message>
    <message>
        <source>In vm.args everything behind a # is a comment, also within a cookie. The node runs with the part before it, and says nothing about it.</source>
        <translation>No vm.args tudo o que vem depois de um # é comentário, também dentro de um cookie. O nó roda com a parte anterior, e nada diz sobre isso.</translation>
    </message>
    <message>
        <source>A node refuses a cookie file that its group or others may read, and ends.</source>
        <translation>Um nó recusa um arquivo de cookie que o grupo ou outros podem ler, e termina.</translation>
    </message>
    <message>
        <source>The node found no cookie file that it may read, and could not make one: the file belongs to another user, or its home directory is missing or cannot be written.</source>
        <translation>O nó não encontrou um arquivo de cookie que possa ler, e não conseguiu criar um: o arquivo pertence a outro usuário, ou o diretório pessoal não existe ou não aceita escrita.</translation>
    </message>
    <message>
        <source>Each user has a cookie file of their own. The service runs as one user, the command line as another, so the two hold different cookies.</source>
        <translation>Cada usuário tem o seu arquivo de cookie. O serviço roda com um usuário, a linha de comando com outro, então os dois têm cookies diferentes.</translation>
    </message>
    <message>
        <source>Nodes with short names (-sname) and nodes with long ones (-name) do not mix. %1 has a short name and refuses by itself to dial a host with a dot in it, as in %2. Nothing was sent.</source>
        <translation>Nós de nome curto (-sname) e nós de nome longo (-name) não se misturam. %1 tem nome curto e recusa por si só chamar uma máquina com ponto no nome, como em %2. Nada foi enviado.</translation>
    </message>
    <message>
        <source>Nodes with long names (-name) and nodes with short ones (-sname) do not mix. %1 has a long name and refuses by itself to dial a host without a dot, as in %2. Nothing was sent.</source>
        <translation>Nós de nome longo (-name) e nós de nome curto (-sname) não se misturam. %1 tem nome longo e recusa por si só chamar uma máquina sem ponto no nome, como em %2. Nada foi enviado.</translation>
    </message>
    <message>
        <source>With -name and no host part, a node asks its machine for a full name. The machine has none with a dot in it, so the node does not start.</source>
        <translation>Com -name e sem a parte da máquina, o nó pergunta à máquina pelo nome completo. Ela não tem nenhum com ponto, então o nó não inicia.</translation>
    </message>
    <message>
        <source>The machine’s own name leads to no address of this machine any more, as after a change of network or VPN. EPMD takes registrations from the machine itself only.</source>
        <translation>O nome da própria máquina não leva mais a nenhum endereço dela, como depois de trocar de rede ou de VPN. O EPMD só aceita registros da própria máquina.</translation>
    </message>
    <message>
        <source>The nodes look each other up in DNS, and DNS has no record of the kind they ask for. In Kubernetes only a headless service names each pod, and a record of type SRV is there only for a port with a name.</source>
        <translation>Os nós se procuram no DNS, e o DNS não tem registro do tipo que eles pedem. No Kubernetes só um serviço headless dá nome a cada pod, e só há registro SRV para uma porta com nome.</translation>
    </message>
    <message>
        <source>The emulator was started without a name. It is called nonode@nohost, and can neither dial nor be dialled.</source>
        <translation>O emulador foi iniciado sem nome. Ele se chama nonode@nohost, e não pode chamar nem ser chamado.</translation>
    </message>
    <message>
        <source>%1 is alive, but EPMD on its host was started anew and does not list it. Nodes of OTP 25 and later register again by themselves within seconds; older ones never do.</source>
        <translation>%1 está vivo, mas o EPMD da sua máquina foi reiniciado e não o lista. Nós de OTP 25 em diante se registram de novo sozinhos em segundos; os mais antigos, nunca.</translation>
    </message>
    <message>
        <source>The nodes of this host do without EPMD (their ports are fixed), yet an EPMD answers there. Whoever asks it is told that they do not exist.</source>
        <translation>Os nós desta máquina dispensam o EPMD (suas portas são fixas), mas um EPMD responde lá. Quem pergunta a ele ouve que eles não existem.</translation>
    </message>
    <message>
        <source>%1 was started with -dist_listen false: it dials others, nobody can dial it, and EPMD does not list it.</source>
        <translation>%1 foi iniciado com -dist_listen false: ele chama os outros, ninguém pode chamá-lo, e o EPMD não o lista.</translation>
    </message>
    <message>
        <source>The connection is accepted by the proxy of a service mesh, which does not know the distribution protocol. EPMD’s port and the nodes’ ports must bypass it.</source>
        <translation>A conexão é aceita pelo proxy de uma service mesh, que não conhece o protocolo de distribuição. A porta do EPMD e as portas dos nós precisam contorná-lo.</translation>
    </message>
    <message>
        <source>One of the two uses IPv4 for its distribution and the other IPv6. A node listens in one of the two only, as its -proto_dist says.</source>
        <translation>Um dos dois usa IPv4 na distribuição e o outro IPv6. Um nó escuta em só um dos dois, conforme o seu -proto_dist.</translation>
    </message>
    <message>
        <source>More is sent than the link carries. Senders are held up (busy_dist_port), ticks wait behind the data, and in the end the link is given up as silent.</source>
        <translation>Envia-se mais do que a conexão comporta. Quem envia fica parado (busy_dist_port), os ticks esperam atrás dos dados, e no fim a conexão é dada por muda.</translation>
    </message>
    <message>
        <source>OTP 26 and later check the certificate of whom they dial unless told otherwise. Without authorities to trust (cacertfile) the dialling node gives up before it sends a byte, and logs nothing.</source>
        <translation>OTP 26 em diante confere o certificado de quem chama, salvo instrução contrária. Sem autoridades em que confiar (cacertfile), o nó que chama desiste antes de enviar um byte, e nada registra.</translation>
    </message>
    <message>
        <source>OTP 29 has native records. A node of an older release cannot read one: it takes the term for corrupted and drops the link.</source>
        <translation>O OTP 29 tem registros nativos. Um nó de versão anterior não sabe lê-los: toma o termo por corrompido e derruba a conexão.</translation>
    </message>
    <message>
        <source>With dist_auto_connect set to never (or once, after a loss) %1 sets up no link on its own: a message to %2 is dropped without a word.</source>
        <translation>Com dist_auto_connect em never (ou once, depois de uma queda), %1 não abre conexões sozinho: uma mensagem para %2 é descartada em silêncio.</translation>
    </message>
    <message>
        <source>A mesh that lost one of its links is no longer a full mesh. From OTP 25 on, global then disconnects nodes until each that is left sees all others. The lost link is the cause; this disconnection is its consequence.</source>
        <translation>Uma malha que perdeu uma das conexões não é mais completa. Do OTP 25 em diante, o global então desconecta nós até que cada um dos restantes veja todos os outros. A conexão perdida é a causa; esta desconexão é a consequência.</translation>
    </message>
    <message>
        <source>The link is there. Hidden nodes are not listed by nodes(), only by nodes(hidden), and other nodes do not connect to them by themselves.</source>
        <translation>A conexão existe. Nós ocultos não aparecem em nodes(), só em nodes(hidden), e os outros nós não se conectam a eles sozinhos.</translation>
    </message>
    <message>
        <source>Two nodes that are connected introduce all their peers to each other through global. Here the peers hold other cookies, so each introduction ends in a rejection, again and again.</source>
        <translation>Dois nós conectados apresentam um ao outro todos os seus vizinhos pelo global. Aqui os vizinhos têm outros cookies, então cada apresentação termina em recusa, de novo e de novo.</translation>
    </message>
    <message>
        <source>The process that sets up all links of a node does not answer, so every attempt to connect waits behind it.</source>
        <translation>O processo que abre todas as conexões de um nó não responde, então toda tentativa de conexão espera por ele.</translation>
    </message>
    <message>
        <source>Both nodes dialled each other in the same moment. The attempt of the one whose name sorts higher goes on, the other is told so and waits for it.</source>
        <translation>Os dois nós se chamaram no mesmo momento. A tentativa daquele cujo nome é maior na ordem continua; o outro é avisado e espera por ela.</translation>
    </message>
    <message>
        <source>%1 believes that its link to a node of the caller’s name is still up. It will find out otherwise when its tick time has passed, or when a caller of that name takes the link over.</source>
        <translation>%1 acredita que a sua conexão com um nó de mesmo nome que o chamador ainda está de pé. Vai descobrir o contrário quando passar o seu tempo de tick, ou quando um chamador desse nome assumir a conexão.</translation>
    </message>
    <message>
        <source>The file belongs to the user whom the node runs as, and only that user may read it:</source>
        <translation>O arquivo pertence ao usuário com que o nó roda, e só ele pode lê-lo:</translation>
    </message>
    <message>
        <source>Where the home directory is missing or cannot be written, give the service one:</source>
        <translation>Onde o diretório pessoal não existe ou não aceita escrita, dê um ao serviço:</translation>
    </message>
    <message>
        <source>Take the cookie back on this side, and leave the other as it is:</source>
        <translation>Desfaça o cookie deste lado, e deixe o outro como está:</translation>
    </message>
    <message>
        <source>Choose a cookie of letters, digits, _ and - only, and set it on every node:</source>
        <translation>Escolha um cookie só com letras, dígitos, _ e -, e defina-o em todos os nós:</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>em qualquer lugar</translation>
    </message>
    <message>
        <source>Run the command as the user of the service, or through the release:</source>
        <translation>Rode o comando com o usuário do serviço, ou pela release:</translation>
    </message>
    <message>
        <source>Start both in the same way. With long names, which also work across machines:</source>
        <translation>Inicie os dois do mesmo modo. Com nomes longos, que também funcionam entre máquinas:</translation>
    </message>
    <message>
        <source>Or with short names, where each host knows the other by one word:</source>
        <translation>Ou com nomes curtos, onde cada máquina conhece a outra por uma palavra:</translation>
    </message>
    <message>
        <source>Give the node a name with an address that is certainly its own:</source>
        <translation>Dê ao nó um nome com um endereço que seja seguramente o dele:</translation>
    </message>
    <message>
        <source>See what the machine’s own name leads to:</source>
        <translation>Veja aonde leva o nome da própria máquina:</translation>
    </message>
    <message>
        <source>See what EPMD lists, and start the node again where it is missing (before OTP 25 nothing else helps):</source>
        <translation>Veja o que o EPMD lista, e reinicie o nó que faltar (antes do OTP 25 nada mais ajuda):</translation>
    </message>
    <message>
        <source>Start EPMD with the machine, before any node, so that it is never restarted under them:</source>
        <translation>Inicie o EPMD com a máquina, antes de qualquer nó, para que nunca seja reiniciado debaixo deles:</translation>
    </message>
    <message>
        <source>Keep nodes from starting EPMD, and end the one that nobody uses:</source>
        <translation>Impeça os nós de iniciar o EPMD, e encerre o que ninguém usa:</translation>
    </message>
    <message>
        <source>where the nodes are started</source>
        <translation>onde os nós são iniciados</translation>
    </message>
    <message>
        <source>Bring the node to OTP 25.3 or later, or give the port by the environment:</source>
        <translation>Leve o nó ao OTP 25.3 ou posterior, ou informe a porta pelo ambiente:</translation>
    </message>
    <message>
        <source>Let the node dial, or start it without the setting:</source>
        <translation>Deixe que o nó chame, ou inicie-o sem essa opção:</translation>
    </message>
    <message>
        <source>Exclude EPMD’s port and a pinned port of the nodes from the mesh:</source>
        <translation>Exclua da mesh a porta do EPMD e uma porta fixa dos nós:</translation>
    </message>
    <message>
        <source>in the annotations of the pods</source>
        <translation>nas anotações dos pods</translation>
    </message>
    <message>
        <source>Ask DNS as the nodes do:</source>
        <translation>Pergunte ao DNS como fazem os nós:</translation>
    </message>
    <message>
        <source>in a pod</source>
        <translation>em um pod</translation>
    </message>
    <message>
        <source>Make the service headless, and name its port:</source>
        <translation>Torne o serviço headless, e dê nome à sua porta:</translation>
    </message>
    <message>
        <source>in the service’s description</source>
        <translation>na descrição do serviço</translation>
    </message>
    <message>
        <source>Start both with the same transport:</source>
        <translation>Inicie os dois com o mesmo transporte:</translation>
    </message>
    <message>
        <source>Connect by hand, or take the setting away:</source>
        <translation>Conecte à mão, ou retire a configuração:</translation>
    </message>
    <message>
        <source>Find the first link that was lost, and repair that one: all others follow from it. To switch the prevention off, on every node alike:</source>
        <translation>Encontre a primeira conexão perdida, e conserte essa: todas as outras decorrem dela. Para desligar a prevenção, em todos os nós por igual:</translation>
    </message>
    <message>
        <source>where all nodes are started</source>
        <translation>onde todos os nós são iniciados</translation>
    </message>
    <message>
        <source>List hidden links as well:</source>
        <translation>Liste também as conexões ocultas:</translation>
    </message>
    <message>
        <source>Keep the clusters apart: connect them by a hidden node, or switch introductions off:</source>
        <translation>Mantenha os clusters separados: ligue-os por um nó oculto, ou desligue as apresentações:</translation>
    </message>
    <message>
        <source>where the node between the clusters is started</source>
        <translation>onde é iniciado o nó entre os clusters</translation>
    </message>
    <message>
        <source>See which process waits, and enlarge the buffer of the distribution:</source>
        <translation>Veja qual processo espera, e aumente o buffer da distribuição:</translation>
    </message>
    <message>
        <source>See what it waits for; if it does not come back, start the node again:</source>
        <translation>Veja o que ele espera; se não voltar, reinicie o nó:</translation>
    </message>
    <message>
        <source>Start it with a name:</source>
        <translation>Inicie-o com um nome:</translation>
    </message>
    <message>
        <source>on the command line</source>
        <translation>na linha de comando</translation>
    </message>
    <message>
        <source>in its shell</source>
        <translation>no seu shell</translation>
    </message>
    <message>
        <source>Wait for its tick time, or have it drop the old link:</source>
        <translation>Espere o tempo de tick dele, ou faça-o derrubar a conexão antiga:</translation>
    </message>
    <message>
        <source>Name the authorities in the client’s section of its options file:</source>
        <translation>Informe as autoridades na seção client do seu arquivo de opções:</translation>
    </message>
    <message>
        <source>Send tuples or maps between releases, or bring all nodes to OTP 29.</source>
        <translation>Envie tuplas ou mapas entre versões, ou leve todos os nós ao OTP 29.</translation>
    </message>
    <message>
        <source>%1 keeps a list of nodes (net_kernel:allow/1), and %2 is not on it. A node dials nobody who is not on its own list; nothing was sent.</source>
        <translation>%1 mantém uma lista de nós (net_kernel:allow/1), e %2 não está nela. Um nó não chama ninguém que não esteja na sua própria lista; nada foi enviado.</translation>
    </message>
    <message>
        <source>Add the other node to the list of the dialling one:</source>
        <translation>Acrescente o outro nó à lista do nó que chama:</translation>
    </message>
    <message>
        <source>With erl_epmd_port set, OTP 23 and 24 take every peer for an old one and open the handshake in the old way. OTP 25.0 to 25.2 hang up on that; the defect was mended in OTP 25.3.</source>
        <translation>Com erl_epmd_port definido, o OTP 23 e o 24 tomam todo outro nó por antigo e abrem o handshake do jeito antigo. O OTP 25.0 a 25.2 desliga diante disso; o defeito foi corrigido no OTP 25.3.</translation>
    </message>
    <message>
        <source>both computed a digest of their cookie for the other, and the two differ</source>
        <translation>os dois calcularam um digest do seu cookie para o outro, e eles diferem</translation>
    </message>
    <message>
        <source>the digest that came back does not fit the challenge</source>
        <translation>o digest que voltou não corresponde ao desafio</translation>
    </message>
    <message>
        <source>%1’s digest</source>
        <translation>digest de %1</translation>
    </message>
    <message>
        <source>the dialler’s digest</source>
        <translation>digest de quem chama</translation>
    </message>
    <message>
        <source>the other’s digest</source>
        <translation>digest do outro</translation>
    </message>
    <message>
        <source>What could be seen speaks for none of them. The tests below tell them apart.</source>
        <translation>O que se pôde ver não aponta para nenhuma delas. Os testes abaixo permitem distingui-las.</translation>
    </message>
    <message>
        <source>The likeliest of them: %1 %2</source>
        <translation>A mais provável: %1 %2</translation>
    </message>
    <message>
        <source>Several causes are possible.</source>
        <translation>Várias causas são possíveis.</translation>
    </message>
    <message>
        <source>It is not known for certain why they do not connect.</source>
        <translation>Não se sabe com certeza por que não se conectam.</translation>
    </message>
    <message>
        <source>%1?</source>
        <comment>one of several causes</comment>
        <translation>%1?</translation>
    </message>
    <message>
        <source>Several causes are possible. The likeliest: %1</source>
        <translation>Várias causas são possíveis. A mais provável: %1</translation>
    </message>
    <message>
        <source>Almost certainly: %1</source>
        <translation>Quase certamente: %1</translation>
    </message>
    <message>
        <source>Or start both with one cookie:</source>
        <translation>Ou inicie ambos com um só cookie:</translation>
    </message>
    <message>
        <source>%1 runs, and uses EPMD at port %2 (ERL_EPMD_PORT), while %3 asks EPMD at port %4, which has no such name. Both must use one port.</source>
        <translation>%1 está em execução e usa o EPMD na porta %2 (ERL_EPMD_PORT), enquanto %3 pergunta ao EPMD na porta %4, que não tem esse nome. Ambos precisam usar a mesma porta.</translation>
    </message>
    <message>
        <source>EPMD on %1 answers at port %3, and has no node %2. The node is down, runs under another name, is registered at another EPMD (another ERL_EPMD_PORT, or another host), was started without listening (-dist_listen false), or EPMD was restarted and the node has not registered again.</source>
        <translation>O EPMD em %1 responde na porta %3 e não tem nenhum nó %2. O nó está fora do ar, usa outro nome, está registrado em outro EPMD (outro ERL_EPMD_PORT ou outra máquina), foi iniciado sem escutar conexões (-dist_listen false), ou o EPMD foi reiniciado e o nó não se registrou de novo.</translation>
    </message>
    <message>
        <source>closed after our digest</source>
        <translation>fechou depois do nosso resumo</translation>
    </message>
    <message>
        <source>closed after the digest</source>
        <translation>fechou depois do resumo</translation>
    </message>
    <message>
        <source>no answer at the port of EPMD</source>
        <translation>sem resposta na porta do EPMD</translation>
    </message>
    <message>
        <source>EPMD named the port, and the port did not answer</source>
        <translation>o EPMD informou a porta, e ela não respondeu</translation>
    </message>
    <message>
        <source>EPMD named the port, and the port refused</source>
        <translation>o EPMD informou a porta, e ela recusou a conexão</translation>
    </message>
    <message>
        <source>connected, and then nothing</source>
        <translation>conectou, e depois nada</translation>
    </message>
    <message>
        <source>Where %1 was started without -setcookie, the file of its user holds it:</source>
        <translation>Se %1 foi iniciado sem -setcookie, ele está no arquivo do usuário do nó:</translation>
    </message>
    <message>
        <source>Compare how the two were started. On one host both read the same cookie file, unless -setcookie gave one of them another cookie, or they run as different users:</source>
        <translation>Compare como os dois foram iniciados. Na mesma máquina ambos leem o mesmo arquivo de cookie, a menos que -setcookie tenha dado outro cookie a um deles ou que rodem como usuários diferentes:</translation>
    </message>
    <message>
        <source>Or, where both are started without -setcookie, copy the cookie file and start %1 again:</source>
        <translation>Ou, se ambos são iniciados sem -setcookie, copie o arquivo de cookie e inicie %1 de novo:</translation>
    </message>
    <message>
        <source>See which cookie %1 uses:</source>
        <translation>Veja que cookie %1 usa:</translation>
    </message>
    <message>
        <source>If it listens at another port than %1, say so to this program (--epmd-port) and to every node. This shows the port:</source>
        <translation>Se ele escuta em outra porta que não a %1, diga isso a este programa (--epmd-port) e a todos os nós. Isto mostra a porta:</translation>
    </message>
    <message>
        <source>Start both with one port of EPMD, here the one of %1:</source>
        <translation>Inicie ambos com a mesma porta do EPMD, aqui a de %1:</translation>
    </message>
    <message>
        <source>See who is registered there:</source>
        <translation>Veja quem está registrado lá:</translation>
    </message>
    <message>
        <source>Pin the node’s port, and let it through the firewall beside %1:</source>
        <translation>Fixe a porta do nó e libere-a no firewall junto com a %1:</translation>
    </message>
    <message>
        <source>See who holds the name, and stop that node if it is an old one:</source>
        <translation>Veja quem ocupa o nome e, se for um nó antigo, encerre-o:</translation>
    </message>
    <message>
        <source>Or start the new one under another name:</source>
        <translation>Ou inicie o novo nó com outro nome:</translation>
    </message>
    <message>
        <source>where the new one is started</source>
        <translation>onde o novo nó é iniciado</translation>
    </message>
    <message>
        <source>in any shell that was started with ERL_EPMD_PORT=%1</source>
        <translation>em qualquer shell iniciado com ERL_EPMD_PORT=%1</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>%1: %2, now %3</source>
        <translation>%1: %2, agora %3</translation>
    </message>
    <message>
        <source>%1: fails at once, before after %2</source>
        <translation>%1: falha de imediato; antes, após %2</translation>
    </message>
    <message>
        <source>%1: fails after %2, before at once</source>
        <translation>%1: falha após %2; antes, de imediato</translation>
    </message>
    <message>
        <source>%1: was %2, is %3</source>
        <translation>%1: era %2, é %3</translation>
    </message>
    <message>
        <source>Before: %1 Now: %2</source>
        <translation>Antes: %1 Agora: %2</translation>
    </message>
    <message>
        <source>the node was started again</source>
        <translation>o nó foi reiniciado</translation>
    </message>
    <message>
        <source>the node’s flags were %1, are %2</source>
        <translation>as flags do nó eram %1, são %2</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>a cookie is never an argument, where every user of this machine could read it: use --cookie-file FILE, or the environment variable NODESCOPE_COOKIE</source>
        <translation>um cookie nunca é um argumento, onde qualquer usuário desta máquina poderia lê-lo: use --cookie-file ARQUIVO ou a variável de ambiente NODESCOPE_COOKIE</translation>
    </message>
    <message>
        <source>unknown option %1</source>
        <translation>opção desconhecida %1</translation>
    </message>
    <message>
        <source>the option --%1 takes no value</source>
        <translation>a opção --%1 não aceita valor</translation>
    </message>
    <message>
        <source>the option --%1 needs a value: %2</source>
        <translation>a opção --%1 precisa de um valor: %2</translation>
    </message>
    <message>
        <source>Look at and act on Erlang and Elixir clusters from the command line.</source>
        <translation>Observa clusters Erlang e Elixir e age sobre eles pela linha de comando.</translation>
    </message>
    <message>
        <source>usage: nodescope-cli COMMAND [ARGUMENTS...] [OPTIONS...]</source>
        <translation>uso: nodescope-cli COMANDO [ARGUMENTOS...] [OPÇÕES...]</translation>
    </message>
    <message>
        <source>what a command does, and its options</source>
        <translation>o que um comando faz e suas opções</translation>
    </message>
    <message>
        <source>the program&apos;s version</source>
        <translation>a versão do programa</translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 the thing asked about failed, 2 wrong use.</source>
        <translation>Código de saída: 0 feito, 1 o que foi pedido falhou, 2 uso incorreto.</translation>
    </message>
    <message>
        <source>usage: %1</source>
        <translation>uso: %1</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>este texto</translation>
    </message>
    <message>
        <source>Try: nodescope-cli --help</source>
        <translation>Tente: nodescope-cli --help</translation>
    </message>
    <message>
        <source>there is no command %1</source>
        <translation>não existe o comando %1</translation>
    </message>
    <message>
        <source>too much: %1</source>
        <translation>sobrando: %1</translation>
    </message>
    <message>
        <source>which command?</source>
        <translation>qual comando?</translation>
    </message>
    <message>
        <source>the call raised %1: %2</source>
        <translation>a chamada lançou %1: %2</translation>
    </message>
    <message>
        <source>the call failed: badrpc %1</source>
        <translation>a chamada falhou: badrpc %1</translation>
    </message>
    <message>
        <source>no answer in time; the function may still run there</source>
        <translation>sem resposta a tempo; a função talvez ainda esteja em execução lá</translation>
    </message>
    <message>
        <source>the link went down before the answer came</source>
        <translation>a conexão caiu antes de a resposta chegar</translation>
    </message>
    <message>
        <source>this node answers no calls (%1)</source>
        <translation>este nó não responde a chamadas (%1)</translation>
    </message>
    <message>
        <source>the call was given up</source>
        <translation>a chamada foi abandonada</translation>
    </message>
    <message>
        <source>the arguments must be a list, as in [kernel, 42]</source>
        <translation>os argumentos devem ser uma lista, como em [kernel, 42]</translation>
    </message>
    <message>
        <source>%1 is no name of a module or function</source>
        <translation>%1 não é nome de módulo nem de função</translation>
    </message>
    <message>
        <source>call a function on a node</source>
        <translation>chama uma função em um nó</translation>
    </message>
    <message>
        <source>how long to wait for the answer (default: 10)</source>
        <translation>quanto esperar pela resposta (padrão: 10)</translation>
    </message>
    <message>
        <source>%1 is connected to %2.</source>
        <translation>%1 está conectado a %2.</translation>
    </message>
    <message>
        <source>%1 cannot be reached from here.</source>
        <translation>%1 não pode ser alcançado daqui.</translation>
    </message>
    <message>
        <source>%1 could not connect to %2.</source>
        <translation>%1 não conseguiu se conectar a %2.</translation>
    </message>
    <message>
        <source>a node is not connected to itself: name two</source>
        <translation>um nó não se conecta a si mesmo: indique dois</translation>
    </message>
    <message>
        <source>%1 went away</source>
        <translation>%1 foi embora</translation>
    </message>
    <message>
        <source>have one node connect to another</source>
        <translation>faz um nó se conectar a outro</translation>
    </message>
    <message>
        <source>Asks node A to connect to node B (net_kernel:connect_node/1 there). If that fails, finds out why: which rung of the ladder broke, the cause, how certain it is, and what to do.</source>
        <translation>Pede ao nó A que se conecte ao nó B (net_kernel:connect_node/1 lá). Se falhar, descobre por quê: que degrau da escada quebrou, a causa, o grau de certeza e o que fazer.</translation>
    </message>
    <message>
        <source>EPMD on %1, port %2, has no names.</source>
        <translation>O EPMD em %1, porta %2, não tem nomes.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOME</translation>
    </message>
    <message>
        <source>PORT</source>
        <translation>PORTA</translation>
    </message>
    <message>
        <source>%1 is no host: EPMD is asked, not a node</source>
        <translation>%1 não é uma máquina: pergunta-se ao EPMD, não a um nó</translation>
    </message>
    <message>
        <source>the nodes that EPMD of a host knows</source>
        <translation>os nós que o EPMD de uma máquina conhece</translation>
    </message>
    <message>
        <source>Asks EPMD of HOST (this machine, if none is given) which names are registered, and at which ports the nodes listen. Needs no cookie.</source>
        <translation>Pergunta ao EPMD de HOST (esta máquina, se nenhuma for dada) que nomes estão registrados e em que portas os nós escutam. Não precisa de cookie.</translation>
    </message>
    <message>
        <source>something that is no EPMD has port %1: choose another by --epmd-port</source>
        <translation>algo que não é um EPMD ocupa a porta %1: escolha outra com --epmd-port</translation>
    </message>
    <message>
        <source>port %1 cannot be opened for EPMD: %2</source>
        <translation>a porta %1 não pode ser aberta para o EPMD: %2</translation>
    </message>
    <message>
        <source>%1 cannot open a port: %2</source>
        <translation>%1 não consegue abrir uma porta: %2</translation>
    </message>
    <message>
        <source>EPMD refuses the name %1</source>
        <translation>o EPMD recusa o nome %1</translation>
    </message>
    <message>
        <source>EPMD at port %1 went away</source>
        <translation>o EPMD na porta %1 foi embora</translation>
    </message>
    <message>
        <source>no node can be named after the host %1</source>
        <translation>nenhum nó pode ter nome com a máquina %1</translation>
    </message>
    <message>
        <source>the limit of open files is too low for so many nodes (see ulimit -n)</source>
        <translation>o limite de arquivos abertos é baixo demais para tantos nós (veja ulimit -n)</translation>
    </message>
    <message>
        <source>NODE</source>
        <translation>NÓ</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>another cookie: %1</source>
        <translation>outro cookie: %1</translation>
    </message>
    <message>
        <source>EPMD is at port %1. The cookie is in %2.</source>
        <translation>O EPMD está na porta %1. O cookie está em %2.</translation>
    </message>
    <message>
        <source>To join with a node of your own:</source>
        <translation>Para entrar com um nó seu:</translation>
    </message>
    <message>
        <source>Interrupt (Ctrl+C) to stop it.</source>
        <translation>Interrompa (Ctrl+C) para parar.</translation>
    </message>
    <message>
        <source>--nodes takes a number from %1 to %2</source>
        <translation>--nodes exige um número de %1 a %2</translation>
    </message>
    <message>
        <source>--cookie-file needs a file</source>
        <translation>--cookie-file precisa de um arquivo</translation>
    </message>
    <message>
        <source>run a practice cluster</source>
        <translation>executa um cluster de prática</translation>
    </message>
    <message>
        <source>Runs practice nodes on this machine&apos;s loopback until it is interrupted. They speak the real protocol: erl and iex can join them. Prints the nodes&apos; names and ports and the file that holds their cookie. No Erlang has to be installed.</source>
        <translation>Executa nós de prática no loopback desta máquina até ser interrompido. Eles falam o protocolo real: erl e iex podem entrar. Imprime os nomes e as portas dos nós e o arquivo que contém o cookie deles. Não é preciso ter Erlang instalado.</translation>
    </message>
    <message>
        <source>how many, 2 to 50 (default: 6)</source>
        <translation>quantos, de 2 a 50 (padrão: 6)</translation>
    </message>
    <message>
        <source>the file that holds their cookie; made if it does not exist (default: a temporary one)</source>
        <translation>o arquivo que contém o cookie deles; criado se não existir (padrão: um temporário)</translation>
    </message>
    <message>
        <source>the port of EPMD: the one that runs there, or one of ours (default: ERL_EPMD_PORT, or 4369 or a free port)</source>
        <translation>a porta do EPMD: o que já está lá ou um nosso (padrão: ERL_EPMD_PORT, ou 4369, ou uma porta livre)</translation>
    </message>
    <message>
        <source>no hidden node</source>
        <translation>nenhum nó oculto</translation>
    </message>
    <message>
        <source>no node with another cookie</source>
        <translation>nenhum nó com outro cookie</translation>
    </message>
    <message>
        <source>the message could not be sent</source>
        <translation>a mensagem não pôde ser enviada</translation>
    </message>
    <message>
        <source>no process is registered as %1 on %2</source>
        <translation>nenhum processo está registrado como %1 em %2</translation>
    </message>
    <message>
        <source>sent, but no answer came in time</source>
        <translation>enviada, mas nenhuma resposta veio a tempo</translation>
    </message>
    <message>
        <source>%1 is no process: write NAME@NODE, as in echo@alice@127.0.0.1</source>
        <translation>%1 não é um processo: escreva NOME@NÓ, como em echo@alice@127.0.0.1</translation>
    </message>
    <message>
        <source>the input is no UTF-8 text</source>
        <translation>a entrada não é texto UTF-8</translation>
    </message>
    <message>
        <source>no term: %1 at byte %2</source>
        <translation>não é um termo: %1 no byte %2</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) behind the term are left out</source>
        <translation>
            <numerusform>%n byte depois do termo foi deixado de fora</numerusform>
            <numerusform>%n bytes depois do termo foram deixados de fora</numerusform>
        </translation>
    </message>
    <message>
        <source>the input is not base64</source>
        <translation>a entrada não é base64</translation>
    </message>
    <message>
        <source>translate a term between its forms</source>
        <translation>traduz um termo entre suas formas</translation>
    </message>
    <message>
        <source>what is read (default: erlang)</source>
        <translation>o que se lê (padrão: erlang)</translation>
    </message>
    <message>
        <source>what is written (default: elixir for erlang, erlang for the others)</source>
        <translation>o que se escreve (padrão: elixir para erlang, erlang para os demais)</translation>
    </message>
    <message>
        <source>the same as --to json, and errors as JSON, too</source>
        <translation>o mesmo que --to json, com os erros também em JSON</translation>
    </message>
    <message>
        <source>%1 was not reached: %2</source>
        <translation>%1 não foi alcançado: %2</translation>
    </message>
    <message>
        <source>--format takes text, json, dot or graphml</source>
        <translation>--format aceita text, json, dot ou graphml</translation>
    </message>
    <message>
        <source>a cluster: its nodes, and each link as both its ends see it</source>
        <translation>um cluster: seus nós e cada conexão como as duas pontas a veem</translation>
    </message>
    <message>
        <source>text (default), json, dot for Graphviz, or graphml</source>
        <translation>text (padrão), json, dot para Graphviz ou graphml</translation>
    </message>
    <message>
        <source>the same as --format json</source>
        <translation>o mesmo que --format json</translation>
    </message>
    <message>
        <source>print what is known after so long (default: 10)</source>
        <translation>imprime o que se sabe depois desse tempo (padrão: 10)</translation>
    </message>
    <message>
        <source>none of the nodes can be reached</source>
        <translation>nenhum dos nós pode ser alcançado</translation>
    </message>
    <message>
        <source>what happens around nodes, as it happens</source>
        <translation>o que acontece ao redor dos nós, na hora em que acontece</translation>
    </message>
    <message>
        <source>end after so long</source>
        <translation>termina depois desse tempo</translation>
    </message>
    <message>
        <source>watch the nodes that these know of, too</source>
        <translation>observa também os nós que estes conhecem</translation>
    </message>
    <message>
        <source>how long to try to reach the first node (default: 10)</source>
        <translation>por quanto tempo tentar alcançar o primeiro nó (padrão: 10)</translation>
    </message>
    <message>
        <source>changes nothing: it is always JSON</source>
        <translation>não muda nada: é sempre JSON</translation>
    </message>
    <message>
        <source>EPMD&apos;s port (default: ERL_EPMD_PORT, or 4369)</source>
        <translation>a porta do EPMD (padrão: ERL_EPMD_PORT, ou 4369)</translation>
    </message>
    <message>
        <source>JSON instead of text</source>
        <translation>JSON em vez de texto</translation>
    </message>
    <message>
        <source>terms in Elixir&apos;s syntax instead of Erlang&apos;s</source>
        <translation>termos na sintaxe do Elixir em vez da do Erlang</translation>
    </message>
    <message>
        <source>--epmd-port takes a port from 1 to 65535, not %1</source>
        <translation>--epmd-port exige uma porta de 1 a 65535, não %1</translation>
    </message>
    <message>
        <source>ERL_EPMD_PORT holds no port from 1 to 65535: %1</source>
        <translation>ERL_EPMD_PORT não contém uma porta de 1 a 65535: %1</translation>
    </message>
    <message>
        <source>--%1 takes a number of seconds, not %2</source>
        <translation>--%1 exige um número de segundos, não %2</translation>
    </message>
    <message>
        <source>%1 is no node&apos;s name: write name@host</source>
        <translation>%1 não é um nome de nó: escreva nome@máquina</translation>
    </message>
    <message>
        <source>using the cookie of %1, for nodes on %2 only</source>
        <translation>usando o cookie de %1, somente para nós em %2</translation>
    </message>
    <message>
        <source>Cookie (Enter alone: that of ~/.erlang.cookie): </source>
        <translation>Cookie (só Enter: o de ~/.erlang.cookie): </translation>
    </message>
    <message>
        <source>what you typed</source>
        <translation>o que você digitou</translation>
    </message>
    <message>
        <source>How far it went:</source>
        <translation>Até onde se chegou:</translation>
    </message>
    <message>
        <source>What to do:</source>
        <translation>O que fazer:</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 não pode ser alcançado: %2</translation>
    </message>
    <message>
        <source>there is no term</source>
        <translation>não há termo</translation>
    </message>
    <message>
        <source>what is opened here is never closed</source>
        <translation>o que se abre aqui nunca se fecha</translation>
    </message>
    <message>
        <source>a term cannot go on like this</source>
        <translation>um termo não pode continuar assim</translation>
    </message>
    <message>
        <source>the term is complete before this</source>
        <translation>o termo já está completo antes disto</translation>
    </message>
    <message>
        <source>the closing quote is missing</source>
        <translation>falta a aspa de fechamento</translation>
    </message>
    <message>
        <source>there is no such escape in quotes</source>
        <translation>não existe esse escape entre aspas</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>isto não é um número</translation>
    </message>
    <message>
        <source>a character is missing</source>
        <translation>falta um caractere</translation>
    </message>
    <message>
        <source>an atom has at most 255 characters</source>
        <translation>um átomo tem no máximo 255 caracteres</translation>
    </message>
    <message>
        <source>this cannot stand in a binary</source>
        <translation>isto não pode estar em um binário</translation>
    </message>
    <message>
        <source>this is no pid, port or reference</source>
        <translation>isto não é um pid, uma porta nem uma referência</translation>
    </message>
    <message>
        <source>this pid does not say which node it is on: write #Pid&lt;node.id.serial.creation&gt;</source>
        <translation>este pid não diz em que nó está: escreva #Pid&lt;node.id.serial.creation&gt;</translation>
    </message>
    <message>
        <source>a fun cannot be written as data</source>
        <translation>uma fun não pode ser escrita como dado</translation>
    </message>
    <message>
        <source>only data can stand here: no variable, call or operator</source>
        <translation>aqui só podem estar dados: nenhuma variável, chamada ou operador</translation>
    </message>
    <message>
        <source>this is no function’s name</source>
        <translation>isto não é um nome de função</translation>
    </message>
    <message>
        <source>this is no record</source>
        <translation>isto não é um registro</translation>
    </message>
    <message>
        <source>the map has this key already</source>
        <translation>o mapa já tem esta chave</translation>
    </message>
    <message>
        <source>the term has too many values</source>
        <translation>o termo tem valores demais</translation>
    </message>
    <message>
        <source>%1:%2: %3</source>
        <translation>%1:%2: %3</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ESTADO</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>TIPO</translation>
    </message>
    <message>
        <source>RELEASE</source>
        <translation>VERSÃO</translation>
    </message>
    <message>
        <source>HIDDEN</source>
        <translation>OCULTO</translation>
    </message>
    <message>
        <source>WATCHED</source>
        <translation>OBSERVADO</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message>
        <source>LINK</source>
        <translation>CONEXÃO</translation>
    </message>
    <message>
        <source>A SEES</source>
        <translation>A VÊ</translation>
    </message>
    <message>
        <source>B SEES</source>
        <translation>B VÊ</translation>
    </message>
    <message>
        <source>the output could not be written: %1</source>
        <translation>não foi possível gravar a saída: %1</translation>
    </message>
    <message>
        <source>the port of the nodes themselves, where there is no EPMD</source>
        <translation>a porta dos próprios nós, onde não há EPMD</translation>
    </message>
    <message>
        <source>--dist-port takes a port from 1 to 65535, not %1</source>
        <translation>--dist-port aceita uma porta de 1 a 65535, não %1</translation>
    </message>
    <message>
        <source>this is no pcap or pcapng file</source>
        <translation>isto não é um arquivo pcap nem pcapng</translation>
    </message>
    <message numerus="yes">
        <source>in %n packet(s) there is no link of nodes and no EPMD</source>
        <translation>
            <numerusform>em %n pacote não há conexão de nós nem EPMD</numerusform>
            <numerusform>em %n pacotes não há conexão de nós nem EPMD</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>não é possível ler %1: %2</translation>
    </message>
    <message>
        <source>read captured traffic between nodes</source>
        <translation>ler tráfego capturado entre nós</translation>
    </message>
    <message>
        <source>Reads a capture file (pcap or pcapng; - is the standard input), finds the links of nodes and the conversations with EPMD in it, on any port, and prints what was said: handshakes, signals and messages, and what is missing. Needs no cookie, and shows no digest.</source>
        <translation>Lê um arquivo de captura (pcap ou pcapng; - é a entrada padrão), encontra nele as conexões de nós e as conversas com o EPMD, em qualquer porta, e mostra o que foi dito: handshakes, sinais e mensagens, e o que falta. Não precisa de cookie e não mostra nenhum digest.</translation>
    </message>
    <message>
        <source>the certificates cannot be made: %1</source>
        <translation>os certificados não puderam ser criados: %1</translation>
    </message>
    <message>
        <source>Links are encrypted. The options for TLS are in %1.</source>
        <translation>As ligações são cifradas. As opções de TLS estão em %1.</translation>
    </message>
    <message>
        <source>encrypted links, with certificates made for the cluster</source>
        <translation>ligações cifradas, com certificados criados para o cluster</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 é grande demais</translation>
    </message>
    <message>
        <source>there is no certificate in %1</source>
        <translation>não há certificado em %1</translation>
    </message>
    <message>
        <source>there is no private key in %1</source>
        <translation>não há chave privada em %1</translation>
    </message>
    <message>
        <source>the key in %1 needs a passphrase (password)</source>
        <translation>a chave em %1 precisa de uma senha (password)</translation>
    </message>
    <message>
        <source>the passphrase (password) does not open the key in %1</source>
        <translation>a senha (password) não abre a chave em %1</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>o arquivo é grande demais</translation>
    </message>
    <message>
        <source>this is no Erlang term (%1)</source>
        <translation>isto não é um termo Erlang (%1)</translation>
    </message>
    <message>
        <source>this is no list of {server, Options} and {client, Options}</source>
        <translation>isto não é uma lista de {server, Options} e {client, Options}</translation>
    </message>
    <message>
        <source>%1 cannot have this value</source>
        <translation>%1 não pode ter este valor</translation>
    </message>
    <message>
        <source>a server needs certfile</source>
        <translation>um servidor precisa de certfile</translation>
    </message>
    <message>
        <source>the key is not that of the certificate</source>
        <translation>a chave não é a do certificado</translation>
    </message>
    <message>
        <source>the other side is to be verified (the default since OTP 26), and there is no cacertfile</source>
        <translation>o outro lado deve ser verificado (o padrão desde o OTP 26), e não há cacertfile</translation>
    </message>
    <message>
        <source>%1 has no effect here</source>
        <translation>%1 não tem efeito aqui</translation>
    </message>
    <message>
        <source>%1 is not known, and passed over</source>
        <translation>%1 não é conhecido e foi ignorado</translation>
    </message>
    <message>
        <source>speak TLS, by the client&apos;s options in an Erlang file for -ssl_dist_optfile</source>
        <translation>falar TLS, com as opções de cliente de um arquivo Erlang para -ssl_dist_optfile</translation>
    </message>
    <message>
        <source>%1: there are no options for a client</source>
        <translation>%1: não há opções para um cliente</translation>
    </message>
    <message>
        <source>a report is a file that ends in .txt or .html</source>
        <translation>um relatório é um arquivo terminado em .txt ou .html</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>não é possível gravar %1: %2</translation>
    </message>
    <message>
        <source>why a node cannot be connected</source>
        <translation>por que um nó não pode ser conectado</translation>
    </message>
    <message>
        <source>Climbs the ladder to a node, from its name up to the answer of a call, and says which rung breaks, why, how certain that is, and what to do. Without a cookie it goes as far as the challenge. With --from, another node is asked to connect, and the two are compared. Nothing is changed on any node.</source>
        <translation>Sobe a escada até um nó, do nome dele até a resposta de uma chamada, e diz que degrau quebra, por quê, o grau de certeza e o que fazer. Sem cookie, vai até o desafio. Com --from, pede-se a outro nó que se conecte, e os dois são comparados. Nada é alterado em nenhum nó.</translation>
    </message>
    <message>
        <source>the node that does not reach it (default: this program)</source>
        <translation>o nó que não o alcança (padrão: este programa)</translation>
    </message>
    <message>
        <source>also write a report for a ticket, without secrets: FILE.txt or FILE.html</source>
        <translation>grava também um relatório para um chamado, sem segredos: FILE.txt ou FILE.html</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>linha %1</translation>
    </message>
    <message>
        <source>lines %1 to %2</source>
        <translation>linhas %1 a %2</translation>
    </message>
    <message>
        <source>log of %1</source>
        <translation>log de %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>sobre %1</translation>
    </message>
    <message>
        <source>%1 times, last in line %2</source>
        <translation>%1 vezes, a última na linha %2</translation>
    </message>
    <message>
        <source>%1 times, last at %2</source>
        <translation>%1 vezes, a última em %2</translation>
    </message>
    <message>
        <source>  after a lost link in line %1: %2</source>
        <translation>  após uma conexão perdida na linha %1: %2</translation>
    </message>
    <message>
        <source>only the first 256 MiB were read</source>
        <translation>só os primeiros 256 MiB foram lidos</translation>
    </message>
    <message>
        <source>nothing in this text is known to concern the distribution</source>
        <translation>nada de conhecido neste texto diz respeito à distribuição</translation>
    </message>
    <message>
        <source>say what a node’s log says about links</source>
        <translation>diz o que o log de um nó conta sobre conexões</translation>
    </message>
    <message>
        <source>Reads FILE, or the standard input, and finds in it what nodes, Elixir, RabbitMQ and EPMD say about the distribution: what it means, how certain that is, and what to do. Any text will do: whole logs, a few lines, with the prefixes of journald, docker or Kubernetes. Connects to nothing and needs no cookie.</source>
        <translation>Lê FILE, ou a entrada padrão, e encontra ali o que nós, Elixir, RabbitMQ e EPMD dizem sobre a distribuição: o que significa, o grau de certeza e o que fazer. Qualquer texto serve: logs inteiros, algumas linhas, com os prefixos do journald, do docker ou do Kubernetes. Não se conecta a nada e não precisa de cookie.</translation>
    </message>
    <message>
        <source>OTP %1</source>
        <translation>OTP %1</translation>
    </message>
    <message>
        <source>creation %1</source>
        <translation>creation %1</translation>
    </message>
    <message>
        <source>The node says of itself: %1</source>
        <translation>O nó diz de si: %1</translation>
    </message>
    <message>
        <source>It lacks: %1</source>
        <translation>Falta-lhe: %1</translation>
    </message>
    <message>
        <source>%1 can be connected (%2).</source>
        <translation>É possível conectar-se a %1 (%2).</translation>
    </message>
    <message>
        <source>What would tell more:</source>
        <translation>O que esclareceria mais:</translation>
    </message>
    <message>
        <source>what will bite later: the settings of all nodes of a cluster compared</source>
        <translation>o que vai incomodar depois: as configurações de todos os nós de um cluster comparadas</translation>
    </message>
    <message>
        <source>Connects to the named nodes, goes on to all that they know, asks each how it is set, and says what differs or is dangerous. Nothing is changed, and no cookie leaves a node. Fails when there is more than a note, or when a named node could not be reached.</source>
        <translation>Conecta-se aos nós indicados, segue para todos os que eles conhecem, pergunta a cada um como está configurado, e diz o que difere ou é perigoso. Nada é alterado, e nenhum cookie sai de um nó. Falha quando há mais do que uma nota, ou quando um nó indicado não pôde ser alcançado.</translation>
    </message>
    <message>
        <source>nodes that should be there, one a line</source>
        <translation>nós que deveriam estar lá, um por linha</translation>
    </message>
    <message>
        <source>go on with the nodes found after so long (default: 10)</source>
        <translation>segue com os nós encontrados depois desse tempo (padrão: 10)</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>e mais %1</translation>
    </message>
    <message>
        <source>Nodes that told their settings: %1. Nodes that did not: %2.</source>
        <translation>Nós que disseram suas configurações: %1. Nós que não: %2.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nada foi encontrado.</translation>
    </message>
    <message>
        <source>EPMD is gone; waiting for it</source>
        <translation>O EPMD sumiu; esperando por ele</translation>
    </message>
    <message>
        <source>cannot listen at port %1: %2</source>
        <translation>não é possível escutar na porta %1: %2</translation>
    </message>
    <message>
        <source>no EPMD answered, so this program runs one</source>
        <translation>nenhum EPMD respondeu, então este programa roda um</translation>
    </message>
    <message>
        <source>Waiting to be dialled as %1, at port %2.</source>
        <translation>Esperando ser chamado como %1, na porta %2.</translation>
    </message>
    <message>
        <source>EPMD has a node %1 already: choose another --name</source>
        <translation>O EPMD já tem um nó %1: escolha outro --name</translation>
    </message>
    <message>
        <source>the EPMD of this program ends, with the names of %1 in it</source>
        <translation>o EPMD deste programa termina, com os nomes de %1 nele</translation>
    </message>
    <message>
        <source>%1 is no name that a node can have</source>
        <translation>%1 não é um nome que um nó possa ter</translation>
    </message>
    <message>
        <source>--port needs a number from 1 to 65535</source>
        <translation>--port precisa de um número de 1 a 65535</translation>
    </message>
    <message>
        <source>be dialled, and say who calls and with which cookie</source>
        <translation>ser chamado, e dizer quem chama e com qual cookie</translation>
    </message>
    <message>
        <source>Waits to be dialled as a node of that name, and shows each call step by step: who it is, what it lacks, and which of the cookies that you give it used. No link comes about, nothing is signed, and no cookie or digest leaves this machine. Let the node that does not connect try net_adm:ping(&apos;NAME&apos;). Ends when interrupted, or after --for.</source>
        <translation>Espera ser chamado como um nó desse nome, e mostra cada chamada passo a passo: quem é, o que lhe falta, e qual dos cookies informados usou. Nenhuma conexão surge, nada é assinado, e nenhum cookie ou digest sai desta máquina. Faça o nó que não se conecta tentar net_adm:ping(&apos;NAME&apos;). Termina quando interrompido, ou depois de --for.</translation>
    </message>
    <message>
        <source>the name to be dialled (default: nodescope_listen); without @ this machine&apos;s host is added</source>
        <translation>o nome a ser chamado (padrão: nodescope_listen); sem @ acrescenta-se a máquina</translation>
    </message>
    <message>
        <source>a cookie to compare with; may be given several times (default: NODESCOPE_COOKIE and ~/.erlang.cookie)</source>
        <translation>um cookie com que comparar; pode ser dado várias vezes (padrão: NODESCOPE_COOKIE e ~/.erlang.cookie)</translation>
    </message>
    <message>
        <source>where to listen (default: a free port)</source>
        <translation>onde escutar (padrão: uma porta livre)</translation>
    </message>
    <message>
        <source>, OTP %1</source>
        <translation>, OTP %1</translation>
    </message>
    <message>
        <source>, hidden</source>
        <translation>, oculto</translation>
    </message>
    <message>
        <source>, visible</source>
        <translation>, visível</translation>
    </message>
    <message>
        <source>#%1 %2 call from %3</source>
        <translation>#%1 %2 chamada de %3</translation>
    </message>
    <message>
        <source>the file that holds the cookie; may be given again for nodes that have another (default: the environment variable NODESCOPE_COOKIE, or ~/.erlang.cookie for the hosts that you name)</source>
        <translation>o arquivo que guarda o cookie; pode ser repetido para nós que têm outro (padrão: a variável de ambiente NODESCOPE_COOKIE, ou ~/.erlang.cookie para os hosts que você indicar)</translation>
    </message>
    <message>
        <source>%1 is no profile: %2</source>
        <translation>%1 não é um perfil: %2</translation>
    </message>
    <message>
        <source>which nodes there are, and which source tells of each</source>
        <translation>que nós existem, e que fonte informa cada um</translation>
    </message>
    <message>
        <source>Asks each SOURCE for nodes, connects to none, and prints which source tells of which node and where one is missing. A source is epmd:HOST[:PORT], hosts:FILE (in the form of .hosts.erlang), a:BASENAME@NAME, aaaa:BASENAME@NAME or srv:BASENAME@NAME (records of NAME, read as libcluster does), or gossip[:GROUP[:PORT]] (libcluster&apos;s heartbeats, heard for 6 seconds). Without one, EPMD of this machine is asked. Fails when a source gave no answer.</source>
        <translation>Pergunta a cada SOURCE por nós, não se conecta a nenhum, e mostra que fonte informa que nó e onde algum falta. Uma fonte é epmd:HOST[:PORT], hosts:FILE (na forma de .hosts.erlang), a:BASENAME@NAME, aaaa:BASENAME@NAME ou srv:BASENAME@NAME (registros de NAME, lidos como faz a libcluster), ou gossip[:GROUP[:PORT]] (os sinais da libcluster, escutados por 6 segundos). Sem nenhuma, pergunta-se ao EPMD desta máquina. Falha quando uma fonte não respondeu.</translation>
    </message>
    <message>
        <source>also the sources and expected nodes of a profile that was exported</source>
        <translation>também as fontes e os nós esperados de um perfil exportado</translation>
    </message>
    <message>
        <source>the name server to ask, instead of the system&apos;s</source>
        <translation>o servidor de nomes a perguntar, em vez do do sistema</translation>
    </message>
    <message>
        <source>where to listen for gossip</source>
        <translation>onde escutar gossip</translation>
    </message>
    <message>
        <source>the file with the secret of libcluster&apos;s gossip strategy</source>
        <translation>o arquivo com o segredo da estratégia gossip da libcluster</translation>
    </message>
    <message>
        <source>print what is known after so long (default: 20)</source>
        <translation>mostra o que se sabe após tanto tempo (padrão: 20)</translation>
    </message>
    <message>
        <source>%1 cannot be made: %2</source>
        <translation>%1 não pode ser criado: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s)</source>
        <translation>
            <numerusform>%1: %n evento</numerusform>
            <numerusform>%1: %n eventos</numerusform>
        </translation>
    </message>
    <message>
        <source>what happens to a cluster, into a file</source>
        <translation>o que acontece com um cluster, em um arquivo</translation>
    </message>
    <message>
        <source>only the named nodes, not those that they know of</source>
        <translation>apenas os nós nomeados, não aqueles que eles conhecem</translation>
    </message>
    <message>
        <source>this is no recording of Nodescope</source>
        <translation>isto não é uma gravação do Nodescope</translation>
    </message>
    <message>
        <source>this recording was made by a later version of Nodescope</source>
        <translation>esta gravação foi feita por uma versão posterior do Nodescope</translation>
    </message>
    <message>
        <source>the recording was not ended in order; this is all of it</source>
        <translation>a gravação não foi terminada em ordem; isto é tudo</translation>
    </message>
    <message>
        <source>the recording is damaged behind its first %1 bytes; what follows is not shown</source>
        <translation>a gravação está danificada depois dos primeiros %1 bytes; o que segue não é mostrado</translation>
    </message>
    <message>
        <source>--format takes text or json</source>
        <translation>--format recebe text ou json</translation>
    </message>
    <message>
        <source>%1 is no moment: it must be HH:MM:SS, a date with a time as 2026-03-01T14:03:07, or +SECONDS</source>
        <translation>%1 não é um momento: deve ser HH:MM:SS, uma data com hora como 2026-03-01T14:03:07, ou +SEGUNDOS</translation>
    </message>
    <message>
        <source>--speed takes a number above 0</source>
        <translation>--speed recebe um número acima de 0</translation>
    </message>
    <message>
        <source>what a recording holds</source>
        <translation>o que uma gravação contém</translation>
    </message>
    <message>
        <source>Prints the events of a recording, one a line, and what they mean for the cluster: splits, nodes that went, nodes that flap. Opens no connection. A recording that was cut by a crash is read up to its last whole record.</source>
        <translation>Imprime os eventos de uma gravação, um por linha, e o que significam para o cluster: divisões, nós que caíram, nós que oscilam. Não abre conexão. Uma gravação cortada por uma queda é lida até o seu último registro inteiro.</translation>
    </message>
    <message>
        <source>text (default) or json, as watch prints it</source>
        <translation>text (padrão) ou json, como watch imprime</translation>
    </message>
    <message>
        <source>begin there: HH:MM:SS, a date with a time, or +SECONDS after the beginning</source>
        <translation>começar ali: HH:MM:SS, uma data com hora, ou +SEGUNDOS depois do início</translation>
    </message>
    <message>
        <source>end there</source>
        <translation>terminar ali</translation>
    </message>
    <message>
        <source>print as things happened, N times as fast (default: at once)</source>
        <translation>imprimir como as coisas aconteceram, N vezes mais rápido (padrão: de uma vez)</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>FONTE</translation>
    </message>
    <message>
        <source>NODES</source>
        <translation>NÓS</translation>
    </message>
    <message>
        <source>PROBLEM</source>
        <translation>PROBLEMA</translation>
    </message>
    <message>
        <source>TOLD BY</source>
        <translation>INFORMADO POR</translation>
    </message>
    <message>
        <source>MISSING IN</source>
        <translation>FALTA EM</translation>
    </message>
    <message>
        <source>%1 is no source: write epmd:HOST, hosts:FILE, a:BASENAME@NAME, aaaa:BASENAME@NAME, srv:BASENAME@NAME or gossip</source>
        <translation>%1 não é uma fonte: escreva epmd:HOST, hosts:FILE, a:BASENAME@NAME, aaaa:BASENAME@NAME, srv:BASENAME@NAME ou gossip</translation>
    </message>
    <message>
        <source>%1 is no call, as lists:seq(1, 3) is</source>
        <translation>%1 não é uma chamada, como lists:seq(1, 3)</translation>
    </message>
    <message>
        <source>Calls MODULE:FUNCTION on NODE and prints what it returns. ARGUMENTS is one list of terms, such as &quot;[kernel, 42]&quot;; without it the function gets none. EXPRESSION is the same as one writes it: &quot;lists:seq(1, 3)&quot;, or &quot;Enum.sum([1, 2])&quot; with --elixir. An exception that the function raises goes to the error output with its class, reason and stack.</source>
        <translation>Chama MODULE:FUNCTION em NODE e imprime o que retorna. ARGUMENTS é uma lista de termos, como &quot;[kernel, 42]&quot;; sem ela a função não recebe nenhum. EXPRESSION é o mesmo como se escreve: &quot;lists:seq(1, 3)&quot;, ou &quot;Enum.sum([1, 2])&quot; com --elixir. Uma exceção que a função levanta vai para a saída de erros com classe, motivo e pilha.</translation>
    </message>
    <message>
        <source>have this node call it, over its own link</source>
        <translation>fazer este nó chamá-la, pela própria ligação</translation>
    </message>
    <message>
        <source>speak TLS, by the server&apos;s options in an Erlang file for -ssl_dist_optfile</source>
        <translation>falar TLS, pelas opções de servidor de um arquivo Erlang para -ssl_dist_optfile</translation>
    </message>
    <message>
        <source>it raised %1</source>
        <translation>levantou %1</translation>
    </message>
    <message>
        <source>the message could not be sent (%1)</source>
        <translation>a mensagem não pôde ser enviada (%1)</translation>
    </message>
    <message>
        <source>the process is still alive</source>
        <translation>o processo continua vivo</translation>
    </message>
    <message>
        <source>the process ended: %1</source>
        <translation>o processo terminou: %1</translation>
    </message>
    <message>
        <source>--as takes message, call, cast, exit or monitor</source>
        <translation>--as aceita message, call, cast, exit ou monitor</translation>
    </message>
    <message>
        <source>a term is missing</source>
        <translation>falta um termo</translation>
    </message>
    <message>
        <source>send a message to a process</source>
        <translation>enviar uma mensagem a um processo</translation>
    </message>
    <message>
        <source>have this node send it, over its own link</source>
        <translation>fazer este nó enviá-la, pela própria ligação</translation>
    </message>
    <message>
        <source>message, call or cast (of gen_server), exit, or monitor (without TERM)</source>
        <translation>message, call ou cast (de gen_server), exit ou monitor (sem TERM)</translation>
    </message>
    <message>
        <source>tell each step and its time</source>
        <translation>contar cada passo e seu tempo</translation>
    </message>
    <message>
        <source>only say what would run where</source>
        <translation>apenas dizer o que seria executado e onde</translation>
    </message>
    <message>
        <source>call functions of a node and send messages, line by line</source>
        <translation>chamar funções de um nó e enviar mensagens, linha por linha</translation>
    </message>
    <message>
        <source>Reads lines and prints what comes of each: a call, as lists:seq(1, 3) or, with --elixir, Enum.sum([1, 2]); a message, as echo ! {self(), hello}; a term. flush() prints what self() got, help what else there is, quit leaves. Arguments are data: nothing else is evaluated. At a terminal lines can be edited, recalled, and completed by Tab.</source>
        <translation>Lê linhas e imprime o resultado de cada uma: uma chamada, como lists:seq(1, 3) ou, com --elixir, Enum.sum([1, 2]); uma mensagem, como echo ! {self(), hello}; um termo. flush() imprime o que self() recebeu, help o que mais existe, quit sai. Argumentos são dados: nada mais é avaliado. Em um terminal as linhas podem ser editadas, recuperadas e completadas com Tab.</translation>
    </message>
    <message>
        <source>how long to wait for each answer (default: 10)</source>
        <translation>quanto esperar por cada resposta (padrão: 10)</translation>
    </message>
    <message>
        <source>keep no history of lines in a file</source>
        <translation>não guardar o histórico de linhas em um arquivo</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aqui</translation>
    </message>
    <message>
        <source>first, on %1: %2</source>
        <translation>primeiro, em %1: %2</translation>
    </message>
    <message>
        <source>on %1: %2</source>
        <translation>em %1: %2</translation>
    </message>
    <message>
        <source>whether it arrived, asked of %1: %2</source>
        <translation>se chegou, perguntado a %1: %2</translation>
    </message>
    <message>
        <source>answers come to a process: %1</source>
        <translation>as respostas chegam a um processo: %1</translation>
    </message>
    <message>
        <source>a process is ready</source>
        <translation>um processo está pronto</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>sent over its own link</source>
        <translation>enviada pela própria ligação</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregue</translation>
    </message>
    <message>
        <source>nobody is there</source>
        <translation>não há ninguém lá</translation>
    </message>
    <message>
        <source>whether it arrived is not known</source>
        <translation>não se sabe se chegou</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondida</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>levantou</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminou</translation>
    </message>
    <message>
        <source>still alive</source>
        <translation>continua vivo</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>nenhuma resposta a tempo</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>the link to %1 went down</source>
        <translation>a ligação com %1 caiu</translation>
    </message>
    <message>
        <source>the call failed: %1</source>
        <translation>a chamada falhou: %1</translation>
    </message>
    <message>
        <source>lists:seq(1, 3)   calls a function on the node
echo ! {self(), hello}   sends a message to a process there; self() is a process of this program
flush()   prints what that process got
{any, term}   is printed as it was understood
use elixir, use erlang   reads and prints in the other syntax
quit   leaves; the node goes on</source>
        <translation>lists:seq(1, 3)   chama uma função no nó
echo ! {self(), hello}   envia uma mensagem a um processo de lá; self() é um processo deste programa
flush()   imprime o que esse processo recebeu
{any, term}   é impresso como foi entendido
use elixir, use erlang   lê e imprime na outra sintaxe
quit   sai; o nó continua</translation>
    </message>
    <message>
        <source>the input ends before the term does</source>
        <translation>a entrada acaba antes do termo</translation>
    </message>
    <message>
        <source>%1: there are no options for a server</source>
        <translation>%1: não há opções para um servidor</translation>
    </message>
    <message>
        <source>cannot listen: %1</source>
        <translation>não é possível escutar: %1</translation>
    </message>
    <message>
        <source>waiting to be dialled by %1 as %2: net_kernel:connect_node(&apos;%2&apos;)</source>
        <translation>esperando ser discado por %1 como %2: net_kernel:connect_node(&apos;%2&apos;)</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>não é possível gravar %1: %2</translation>
    </message>
    <message>
        <source>do one handshake with a node, and show each message byte by byte</source>
        <translation>faz um handshake com um nó, e mostra cada mensagem byte por byte</translation>
    </message>
    <message>
        <source>Dials NODE, or with --as-acceptor has it dial this program, and shows the handshake: each message with its fields, bytes and time, the flags of both ends, and how it ended. No link stays. With --set a field says something else than a node would say; then what NODE does is shown, and explained. The node sees a hidden node that connects and leaves again.</source>
        <translation>Disca para NODE, ou com --as-acceptor faz com que ele disque para este programa, e mostra o handshake: cada mensagem com seus campos, bytes e hora, as flags das duas pontas, e como terminou. Nenhuma conexão fica. Com --set um campo diz outra coisa que um nó não diria; então o que NODE faz é mostrado e explicado. O nó vê um nó oculto que se conecta e sai.</translation>
    </message>
    <message>
        <source>be dialled by NODE, which is asked to</source>
        <translation>ser discado por NODE, ao qual se pede isso</translation>
    </message>
    <message>
        <source>change a field: length, flags, creation, name, status, challenge, digest, or cookie (a file) of name, status, status_reply, challenge, reply or ack; may be given several times</source>
        <translation>altera um campo: length, flags, creation, name, status, challenge, digest ou cookie (um arquivo) de name, status, status_reply, challenge, reply ou ack; pode ser dado várias vezes</translation>
    </message>
    <message>
        <source>our name (default: one that is made up)</source>
        <translation>nosso nome (padrão: um inventado)</translation>
    </message>
    <message>
        <source>write it as a capture, which Wireshark reads</source>
        <translation>grava-o como captura, que o Wireshark lê</translation>
    </message>
    <message>
        <source>show digests too: whoever has one can try to guess the cookie</source>
        <translation>mostra também os digests: quem tem um pode tentar adivinhar o cookie</translation>
    </message>
    <message>
        <source>how long it may take in all (default: 60)</source>
        <translation>quanto pode levar ao todo (padrão: 60)</translation>
    </message>
    <message>
        <source>--from takes erlang, elixir, etf, base64 or hex</source>
        <translation>--from aceita erlang, elixir, etf, base64 ou hex</translation>
    </message>
    <message>
        <source>--to takes erlang, elixir, etf, base64, hex or json</source>
        <translation>--to aceita erlang, elixir, etf, base64, hex ou json</translation>
    </message>
    <message>
        <source>the input is not hexadecimal</source>
        <translation>a entrada não é hexadecimal</translation>
    </message>
    <message>
        <source>Reads one term from the standard input and writes it to the standard output. erlang and elixir are the languages&apos; syntax for data, etf is the bytes of the External Term Format, base64 and hex those bytes as text, json tagged JSON that loses nothing.</source>
        <translation>Lê um termo da entrada padrão e o escreve na saída padrão. erlang e elixir são a sintaxe de dados das linguagens, etf são os bytes do External Term Format, base64 e hex esses bytes como texto, json é JSON com marcas que não perde nada.</translation>
    </message>
    <message>
        <source>--set needs MESSAGE.FIELD=VALUE, with a message out of name, status, status_reply, challenge, reply and ack: %1</source>
        <translation>--set precisa de MESSAGE.FIELD=VALUE, com uma mensagem entre name, status, status_reply, challenge, reply e ack: %1</translation>
    </message>
    <message>
        <source>--set: no field, or no value for it: %1</source>
        <translation>--set: não há esse campo, ou esse valor para ele: %1</translation>
    </message>
    <message>
        <source>--wait takes a number of milliseconds, or of seconds as in 5s, not %1</source>
        <translation>--wait aceita um número de milissegundos, ou de segundos como em 5s, e não %1</translation>
    </message>
    <message>
        <source>Sends TERM to PROCESS: NAME@NODE for a registered name, or a pid or alias as it is printed, #Pid&lt;…&gt; or #Ref&lt;…&gt;. In the term, self() stands for a process of this program; with --wait the first message that it gets is printed: nodescope-cli send echo@alice@127.0.0.1 &quot;{self(), hello}&quot; --wait 1000. With --via the message goes from a process on that node, over that node’s own link, and self() is that process; what it gets is passed on to here.</source>
        <translation>Envia TERM a PROCESS: NAME@NODE para um nome registrado, ou um pid ou alias como é impresso, #Pid&lt;…&gt; ou #Ref&lt;…&gt;. No termo, self() representa um processo deste programa; com --wait imprime-se a primeira mensagem que ele recebe: nodescope-cli send echo@alice@127.0.0.1 &quot;{self(), hello}&quot; --wait 1000. Com --via a mensagem parte de um processo daquele nó, pela própria ligação dele, e self() é esse processo; o que ele recebe é repassado para cá.</translation>
    </message>
    <message>
        <source>wait so many milliseconds for an answer, and print it; 5s are seconds</source>
        <translation>esperar tantos milissegundos por uma resposta e imprimi-la; 5s são segundos</translation>
    </message>
    <message>
        <source>the port of %1 stands by itself: write %2@%3 --dist-port %4</source>
        <translation>a porta de %1 fica à parte: escreva %2@%3 --dist-port %4</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>the cookie file %1 cannot be made: %2</source>
        <translation>não é possível criar o arquivo de cookie %1: %2</translation>
    </message>
    <message>
        <source>%1 Give --cookie-file FILE, or set NODESCOPE_COOKIE.</source>
        <translation>%1 Indique --cookie-file ARQUIVO ou defina NODESCOPE_COOKIE.</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>falta %1</translation>
    </message>
    <message>
        <source>%1 is missing; for example: %2</source>
        <translation>falta %1; por exemplo: %2</translation>
    </message>
    <message>
        <source>too much: %1; it reads the standard input, for example: %2</source>
        <translation>sobrando: %1; o comando lê a entrada padrão, por exemplo: %2</translation>
    </message>
    <message>
        <source>Writes what the named nodes and those that they know of see of each other to a new file, until it is interrupted, or for the time of --for. The window and replay open it. What was written before a crash can be read. No cookie and no key is in it. At the end it says how many events the file holds: one for each line that replay prints.</source>
        <translation>Escreve em um novo arquivo o que os nós nomeados e aqueles que eles conhecem veem uns dos outros, até ser interrompido, ou pelo tempo de --for. A janela e replay o abrem. O que foi escrito antes de uma queda pode ser lido. Nenhum cookie e nenhuma chave está nele. No fim diz quantos eventos o arquivo contém: um para cada linha que replay imprime.</translation>
    </message>
    <message>
        <source>Connects to the named nodes, asks each whom it is connected to, goes on to those nodes, and prints what was found. Links that failed are explained. Fails when one of the named nodes could not be reached; what was found is printed nevertheless. WATCHED says how what a node sees is known: push (a process of ours on the node sends its events), poll (it is asked at intervals), hearsay (only other nodes tell of it), none (nothing is known yet). A dash stands for what is not known.</source>
        <translation>Conecta-se aos nós indicados, pergunta a cada um com quem está conectado, segue para esses nós e imprime o que encontrou. As conexões que falharam são explicadas. Falha quando um dos nós indicados não pôde ser alcançado; mesmo assim imprime o que foi encontrado. WATCHED diz como se sabe o que um nó vê: push (um processo nosso no nó envia os eventos dele), poll (pergunta-se a ele em intervalos), hearsay (só outros nós falam dele), none (ainda não se sabe nada). Um traço indica o que não se sabe.</translation>
    </message>
    <message>
        <source>Prints one JSON object a line for each event that the named nodes see, at once; there is no other format. Ends when interrupted, or after --for; fails if none of the nodes can be reached at the start. A node that goes away is waited for. The reason of a link-down is what the node that tells of it gives; unwatched says that the link may well be up, and that nobody tells of it any more, since we no longer reach the node that did. watching gives as its reason how: push (a process of ours on the node sends its events), poll (it is asked at intervals) or hearsay (only other nodes tell of it).</source>
        <translation>Imprime na hora um objeto JSON por linha para cada evento que os nós indicados veem; não há outro formato. Termina quando interrompido ou depois de --for; falha se nenhum dos nós puder ser alcançado no início. Um nó que some é aguardado. O motivo de uma conexão que cai (linkdown) é o que dá o nó que fala dela; unwatched diz que a conexão pode muito bem estar de pé e que ninguém mais fala dela, pois já não alcançamos o nó que falava. watching dá como motivo de que maneira: push (um processo nosso no nó envia os eventos dele), poll (pergunta-se a ele em intervalos) ou hearsay (só outros nós falam dele).</translation>
    </message>
    <message>
        <source>%1 can be connected.</source>
        <translation>É possível conectar-se a %1.</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect to a node</source>
        <translation>Conectar a um nó</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Máquina</translation>
    </message>
    <message>
        <source>localhost, or the host’s name or address</source>
        <translation>localhost, ou o nome ou endereço da máquina</translation>
    </message>
    <message>
        <source>EPMD &amp;port</source>
        <translation>&amp;Porta do EPMD</translation>
    </message>
    <message>
        <source>Where the host’s port mapper listens. 4369 unless ERL_EPMD_PORT says otherwise.</source>
        <translation>Onde o mapeador de portas da máquina escuta. 4369, a menos que ERL_EPMD_PORT diga outra coisa.</translation>
    </message>
    <message>
        <source>&amp;List nodes</source>
        <translation>&amp;Listar nós</translation>
    </message>
    <message>
        <source>Asks EPMD of the host which nodes are registered there</source>
        <translation>Pergunta ao EPMD da máquina que nós estão registrados lá</translation>
    </message>
    <message>
        <source>Nodes that EPMD of the host knows</source>
        <translation>Nós que o EPMD da máquina conhece</translation>
    </message>
    <message>
        <source>&amp;Node</source>
        <translation>&amp;Nó</translation>
    </message>
    <message>
        <source>name@host, as the node calls itself</source>
        <translation>nome@máquina, como o nó se chama</translation>
    </message>
    <message>
        <source>&amp;Cookie</source>
        <translation>&amp;Cookie</translation>
    </message>
    <message>
        <source>Use this cookie for the &amp;whole cluster that the node leads to</source>
        <translation>Usar este cookie para &amp;todo o cluster ao qual o nó leva</translation>
    </message>
    <message>
        <source>&amp;TLS options</source>
        <translation>&amp;Opções de TLS</translation>
    </message>
</context>
<context>
    <name>CookieText</name>
    <message>
        <source>There is no cookie file %1.</source>
        <translation>Não existe o arquivo de cookie %1.</translation>
    </message>
    <message>
        <source>The cookie file %1 cannot be read: %2. You must be its owner.</source>
        <translation>Não é possível ler o arquivo de cookie %1: %2. É preciso ser o dono dele.</translation>
    </message>
    <message>
        <source>%1 is no file that could hold a cookie.</source>
        <translation>%1 não é um arquivo que possa conter um cookie.</translation>
    </message>
    <message>
        <source>Others may read the cookie file %1 (its mode is %2). Make it yours alone: chmod 600 %3</source>
        <translation>Outros podem ler o arquivo de cookie %1 (o modo dele é %2). Deixe-o só para você: chmod 600 %3</translation>
    </message>
    <message>
        <source>There is no cookie in %1: it is empty.</source>
        <translation>Não há cookie em %1: está vazio.</translation>
    </message>
    <message>
        <source>The cookie in %1 has more than 255 characters.</source>
        <translation>O cookie em %1 tem mais de 255 caracteres.</translation>
    </message>
    <message>
        <source>The cookie in %1 holds a character that no cookie may have, at byte %2.</source>
        <translation>O cookie em %1 contém, no byte %2, um caractere que nenhum cookie pode ter.</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set.</source>
        <translation>A variável de ambiente %1 não está definida.</translation>
    </message>
</context>
<context>
    <name>Discovery</name>
    <message>
        <source>DNS %1 of %2</source>
        <translation>DNS %1 de %2</translation>
    </message>
    <message>
        <source>DNS %1 of %2, asked of %3</source>
        <translation>DNS %1 de %2, perguntado a %3</translation>
    </message>
    <message>
        <source>you</source>
        <translation>você</translation>
    </message>
    <message>
        <source>the profile</source>
        <translation>o perfil</translation>
    </message>
    <message>
        <source>EPMD of the hosts file</source>
        <translation>o EPMD do arquivo de hosts</translation>
    </message>
    <message>
        <source>EPMD</source>
        <translation>EPMD</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>gossip</source>
        <translation>gossip</translation>
    </message>
    <message>
        <source>other nodes</source>
        <translation>outros nós</translation>
    </message>
    <message>
        <source>List of the profile %1</source>
        <translation>Lista do perfil %1</translation>
    </message>
    <message>
        <source>EPMD of the hosts in %1</source>
        <translation>EPMD dos hosts em %1</translation>
    </message>
    <message>
        <source>EPMD of %1, port %2</source>
        <translation>EPMD de %1, porta %2</translation>
    </message>
    <message>
        <source>Gossip on %1, port %2</source>
        <translation>Gossip em %1, porta %2</translation>
    </message>
    <message>
        <source>What connected nodes see</source>
        <translation>O que os nós conectados veem</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desligada</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>seguida</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>perguntando…</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>responde</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>o arquivo não pode ser lido</translation>
    </message>
    <message>
        <source>the file is not in the form of .hosts.erlang</source>
        <translation>o arquivo não tem a forma de .hosts.erlang</translation>
    </message>
    <message>
        <source>the host&apos;s name leads to no address</source>
        <translation>o nome do host não leva a nenhum endereço</translation>
    </message>
    <message>
        <source>no EPMD answers there</source>
        <translation>nenhum EPMD responde ali</translation>
    </message>
    <message>
        <source>what answers is no EPMD</source>
        <translation>o que responde não é um EPMD</translation>
    </message>
    <message>
        <source>some hosts do not answer</source>
        <translation>alguns hosts não respondem</translation>
    </message>
    <message>
        <source>there is no such record</source>
        <translation>não existe tal registro</translation>
    </message>
    <message>
        <source>the name server refuses</source>
        <translation>o servidor de nomes recusa</translation>
    </message>
    <message>
        <source>no name server answers</source>
        <translation>nenhum servidor de nomes responde</translation>
    </message>
    <message>
        <source>the name server&apos;s answer cannot be read</source>
        <translation>a resposta do servidor de nomes não pode ser lida</translation>
    </message>
    <message>
        <source>the group cannot be joined</source>
        <translation>não é possível entrar no grupo</translation>
    </message>
    <message>
        <source>the file with the secret cannot be used</source>
        <translation>o arquivo com o segredo não pode ser usado</translation>
    </message>
    <message>
        <source>heartbeats come that this secret does not open</source>
        <translation>chegam sinais que este segredo não abre</translation>
    </message>
    <message>
        <source>it tells more nodes than are kept</source>
        <translation>ela informa mais nós do que são guardados</translation>
    </message>
    <message>
        <source>connected, not in %1</source>
        <translation>conectado, não em %1</translation>
    </message>
    <message>
        <source>in %1, not in %2</source>
        <translation>em %1, não em %2</translation>
    </message>
    <message>
        <source>The file is too large for a profile.</source>
        <translation>O arquivo é grande demais para um perfil.</translation>
    </message>
    <message>
        <source>The file is damaged, or no profile (%1).</source>
        <translation>O arquivo está danificado ou não é um perfil (%1).</translation>
    </message>
    <message>
        <source>The profile was written by a later version of Nodescope (%1).</source>
        <translation>O perfil foi escrito por uma versão mais nova do Nodescope (%1).</translation>
    </message>
    <message>
        <source>The profile has a value that cannot be used: %1.</source>
        <translation>O perfil tem um valor que não pode ser usado: %1.</translation>
    </message>
    <message>
        <source>The file is no profile of Nodescope.</source>
        <translation>O arquivo não é um perfil do Nodescope.</translation>
    </message>
</context>
<context>
    <name>DoctorWords</name>
    <message>
        <source>Examining…</source>
        <translation>Examinando…</translation>
    </message>
    <message>
        <source>cookie for the other</source>
        <translation>cookie para o outro</translation>
    </message>
    <message>
        <source>name mode</source>
        <translation>modo de nome</translation>
    </message>
    <message>
        <source>tick time</source>
        <translation>tempo de tick</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>transporte</translation>
    </message>
    <message>
        <source>TLS options as a client</source>
        <translation>opções TLS como cliente</translation>
    </message>
    <message>
        <source>list of allowed nodes</source>
        <translation>lista de nós permitidos</translation>
    </message>
    <message>
        <source>OTP release</source>
        <translation>versão do OTP</translation>
    </message>
    <message>
        <source>runtime system</source>
        <translation>sistema de execução</translation>
    </message>
    <message>
        <source>flags that the other demands and it lacks</source>
        <translation>flags que o outro exige e que lhe faltam</translation>
    </message>
    <message>
        <source>listens for other nodes</source>
        <translation>escuta outros nós</translation>
    </message>
    <message>
        <source>ports it may listen at</source>
        <translation>portas em que pode escutar</translation>
    </message>
    <message>
        <source>EPMD’s port</source>
        <translation>porta do EPMD</translation>
    </message>
    <message>
        <source>module that asks EPMD</source>
        <translation>módulo que pergunta ao EPMD</translation>
    </message>
    <message>
        <source>starts EPMD</source>
        <translation>inicia o EPMD</translation>
    </message>
    <message>
        <source>its own entry at its EPMD</source>
        <translation>seu próprio registro no seu EPMD</translation>
    </message>
    <message>
        <source>resolves the other’s host</source>
        <translation>resolve a máquina do outro</translation>
    </message>
    <message>
        <source>EPMD’s answer for the other</source>
        <translation>resposta do EPMD sobre o outro</translation>
    </message>
    <message>
        <source>reaches the other’s port</source>
        <translation>alcança a porta do outro</translation>
    </message>
    <message>
        <source>sees a link to the other</source>
        <translation>vê uma conexão com o outro</translation>
    </message>
</context>
<context>
    <name>Errand</name>
    <message>
        <source>this program</source>
        <translation>este programa</translation>
    </message>
    <message>
        <source>Send a message</source>
        <translation>Enviar uma mensagem</translation>
    </message>
    <message>
        <source>gen_server call</source>
        <translation>call de gen_server</translation>
    </message>
    <message>
        <source>gen_server cast</source>
        <translation>cast de gen_server</translation>
    </message>
    <message>
        <source>Call a function</source>
        <translation>Chamar uma função</translation>
    </message>
    <message>
        <source>Send an exit signal</source>
        <translation>Enviar um sinal de saída</translation>
    </message>
    <message>
        <source>Monitor a process</source>
        <translation>Monitorar um processo</translation>
    </message>
    <message>
        <source>A process is ready</source>
        <translation>Um processo está pronto</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Sent over its own link</source>
        <translation>Enviada pela própria ligação</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregue</translation>
    </message>
    <message>
        <source>Nobody is there</source>
        <translation>Não há ninguém lá</translation>
    </message>
    <message>
        <source>Whether it arrived is not known</source>
        <translation>Não se sabe se chegou</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondida</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Levantou</translation>
    </message>
    <message>
        <source>The process ended</source>
        <translation>O processo terminou</translation>
    </message>
    <message>
        <source>The process is still alive</source>
        <translation>O processo continua vivo</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Nenhuma resposta a tempo</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>first on %1: %2</source>
        <translation>primeiro em %1: %2</translation>
    </message>
    <message>
        <source>on %1: %2</source>
        <translation>em %1: %2</translation>
    </message>
    <message>
        <source>then, to see whether it arrived, on %1: %2</source>
        <translation>depois, para ver se chegou, em %1: %2</translation>
    </message>
    <message>
        <source>answers come to a process of %1</source>
        <translation>as respostas chegam a um processo de %1</translation>
    </message>
    <message>
        <source>an alias tells nobody whether it works</source>
        <translation>um alias não diz a ninguém se funciona</translation>
    </message>
    <message>
        <source>acting is off for this cluster</source>
        <translation>as ações estão desligadas neste cluster</translation>
    </message>
    <message>
        <source>there is no link to the node</source>
        <translation>não há conexão com o nó</translation>
    </message>
    <message>
        <source>too many of these are under way</source>
        <translation>há muitos destes em andamento</translation>
    </message>
    <message>
        <source>that is no process</source>
        <translation>isso não é um processo</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>there is no term</source>
        <translation>não há termo</translation>
    </message>
    <message>
        <source>what is opened here is not closed</source>
        <translation>o que se abre aqui não se fecha</translation>
    </message>
    <message>
        <source>no term goes on like this</source>
        <translation>nenhum termo continua assim</translation>
    </message>
    <message>
        <source>the term ends before this</source>
        <translation>o termo termina antes disto</translation>
    </message>
    <message>
        <source>the closing quote is missing</source>
        <translation>falta a aspa de fechamento</translation>
    </message>
    <message>
        <source>there is no such escape</source>
        <translation>não existe esse escape</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>isto não é um número</translation>
    </message>
    <message>
        <source>a character is missing here</source>
        <translation>falta um caractere aqui</translation>
    </message>
    <message>
        <source>an atom has at most 255 characters</source>
        <translation>um átomo tem no máximo 255 caracteres</translation>
    </message>
    <message>
        <source>this cannot stand in a binary</source>
        <translation>isto não pode estar em um binário</translation>
    </message>
    <message>
        <source>this is no pid, port or reference</source>
        <translation>isto não é um pid, uma porta nem uma referência</translation>
    </message>
    <message>
        <source>a pid must name its node here</source>
        <translation>aqui um pid precisa dizer o seu nó</translation>
    </message>
    <message>
        <source>a local function cannot be written</source>
        <translation>uma função local não pode ser escrita</translation>
    </message>
    <message>
        <source>only data can be sent: no variables, calls or operators</source>
        <translation>só dados podem ser enviados: nada de variáveis, chamadas ou operadores</translation>
    </message>
    <message>
        <source>a function is written with module, name and arity</source>
        <translation>uma função se escreve com módulo, nome e aridade</translation>
    </message>
    <message>
        <source>this is no record</source>
        <translation>isto não é um registro</translation>
    </message>
    <message>
        <source>the map has this key already</source>
        <translation>o mapa já tem esta chave</translation>
    </message>
    <message>
        <source>the term has too many values</source>
        <translation>o termo tem valores demais</translation>
    </message>
</context>
<context>
    <name>EvictionText</name>
    <message>
        <source>%1 disconnected from %2.</source>
        <translation>%1 se desconectou de %2.</translation>
    </message>
    <message>
        <source>%1 lost %2, which had been silent for the tick time.</source>
        <translation>%1 perdeu %2, que ficou mudo durante o tempo de tick.</translation>
    </message>
    <message>
        <source>%1 lost %2: the connection was closed.</source>
        <translation>%1 perdeu %2: a conexão foi fechada.</translation>
    </message>
    <message>
        <source>%1 lost %2 (%3).</source>
        <translation>%1 perdeu %2 (%3).</translation>
    </message>
    <message numerus="yes">
        <source>The lost link between %1 and %2 made global disconnect %n more.</source>
        <translation>
            <numerusform>A conexão perdida entre %1 e %2 fez o global desconectar mais %n.</numerusform>
            <numerusform>A conexão perdida entre %1 e %2 fez o global desconectar mais %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 later, %2 disconnected from %3, to prevent overlapping partitions.</source>
        <translation>%1 depois, %2 se desconectou de %3, para evitar partições sobrepostas.</translation>
    </message>
    <message>
        <source>The nodes’ words came so close together that their order may have been another.</source>
        <translation>As mensagens dos nós chegaram tão próximas que a ordem pode ter sido outra.</translation>
    </message>
    <message>
        <source>It is not known of all nodes that disconnected whether they prevent overlapping partitions. Their logs would tell.</source>
        <translation>Não se sabe de todos os nós que se desconectaram se eles evitam partições sobrepostas. Seus logs diriam.</translation>
    </message>
    <message>
        <source>Who had the first node disconnect cannot be seen from outside: a person, a program, or global itself after a loss that nobody told us of.</source>
        <translation>Quem fez o primeiro nó se desconectar não se vê de fora: uma pessoa, um programa, ou o próprio global depois de uma perda que ninguém nos contou.</translation>
    </message>
    <message>
        <source>Why the first link was lost is not told by its end: look at the network between the two, and at both machines at that time.</source>
        <translation>O fim da primeira conexão não diz por que ela se perdeu: olhe a rede entre os dois, e as duas máquinas naquele momento.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>EPMD at port %1: no such name</source>
        <translation>EPMD na porta %1: esse nome não existe</translation>
    </message>
    <message>
        <source>%1: connection refused</source>
        <translation>%1: conexão recusada</translation>
    </message>
    <message>
        <source>%1: no answer</source>
        <translation>%1: nenhuma resposta</translation>
    </message>
    <message>
        <source>%1: host unreachable</source>
        <translation>%1: máquina inacessível</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: falhou</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>conexão recusada</translation>
    </message>
    <message>
        <source>host unreachable</source>
        <translation>máquina inacessível</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>name service did not answer</source>
        <translation>o serviço de nomes não respondeu</translation>
    </message>
    <message>
        <source>no EPMD reply</source>
        <translation>não é uma resposta de EPMD</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>nenhuma resposta a tempo</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>nenhuma resposta</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>sem rota</translation>
    </message>
    <message>
        <source>lists nobody</source>
        <translation>não lista ninguém</translation>
    </message>
    <message>
        <source>lists %1, and %2 more</source>
        <translation>lista %1 e mais %2</translation>
    </message>
    <message>
        <source>lists %1</source>
        <translation>lista %1</translation>
    </message>
    <message>
        <source>%1 differs in case only</source>
        <translation>%1 só difere em maiúsculas e minúsculas</translation>
    </message>
    <message>
        <source>the node is up: we are connected to it</source>
        <translation>o nó está ativo: estamos conectados a ele</translation>
    </message>
    <message>
        <source>the node answers at %1</source>
        <translation>o nó responde em %1</translation>
    </message>
    <message>
        <source>EPMD no longer lists the name</source>
        <translation>o EPMD não lista mais o nome</translation>
    </message>
    <message>
        <source>EPMD now names another port</source>
        <translation>o EPMD agora indica outra porta</translation>
    </message>
    <message>
        <source>EPMD still lists it there</source>
        <translation>o EPMD ainda o lista ali</translation>
    </message>
    <message>
        <source>EPMD lists %1 and %2 at port %3</source>
        <translation>o EPMD lista %1 e %2 na porta %3</translation>
    </message>
    <message>
        <source>ports 1 and 9 take connections, too</source>
        <translation>as portas 1 e 9 também aceitam conexões</translation>
    </message>
    <message>
        <source>not an address of this machine, whose name it is</source>
        <translation>não é um endereço desta máquina, cujo nome é esse</translation>
    </message>
    <message>
        <source>%1 resolves to %2</source>
        <translation>%1 leva a %2</translation>
    </message>
    <message>
        <source>%1 at %2, hidden, versions %3 to %4</source>
        <translation>%1 em %2, oculto, versões %3 a %4</translation>
    </message>
    <message>
        <source>%1 at %2, normal, versions %3 to %4</source>
        <translation>%1 em %2, normal, versões %3 a %4</translation>
    </message>
    <message>
        <source>%1 at %2, %3, versions %4 to %5</source>
        <translation>%1 em %2, %3, versões %4 a %5</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>porta %1</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>sem TLS</translation>
    </message>
    <message>
        <source>answers without TLS</source>
        <translation>responde sem TLS</translation>
    </message>
    <message>
        <source>silent to TLS, answers without</source>
        <translation>calado com TLS, responde sem</translation>
    </message>
    <message>
        <source>answers a TLS hello</source>
        <translation>responde a um hello de TLS</translation>
    </message>
    <message>
        <source>answers no TLS hello either</source>
        <translation>também não responde a um hello de TLS</translation>
    </message>
    <message>
        <source>a name without TLS</source>
        <translation>um nome sem TLS</translation>
    </message>
    <message>
        <source>tls alert %1 (%2)</source>
        <translation>alerta TLS %1 (%2)</translation>
    </message>
    <message>
        <source>tls alert %1</source>
        <translation>alerta TLS %1</translation>
    </message>
    <message>
        <source>host_mismatch: %1 not among [%2], subject %3</source>
        <translation>host_mismatch: %1 não está entre [%2], titular %3</translation>
    </message>
    <message>
        <source>expired: %1 until %2</source>
        <translation>expired: %1 até %2</translation>
    </message>
    <message>
        <source>not_yet_valid: %1 from %2</source>
        <translation>not_yet_valid: %1 a partir de %2</translation>
    </message>
    <message>
        <source>client: no cacertfile</source>
        <translation>cliente: sem cacertfile</translation>
    </message>
    <message>
        <source>closed after %1 ms</source>
        <translation>fechou após %1 ms</translation>
    </message>
    <message>
        <source>silent for %1 s</source>
        <translation>calado por %1 s</translation>
    </message>
    <message>
        <source>no handshake message</source>
        <translation>não é uma mensagem de handshake</translation>
    </message>
    <message>
        <source>malformed message</source>
        <translation>mensagem malformada</translation>
    </message>
    <message>
        <source>out of order: %1</source>
        <translation>fora de ordem: %1</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>fora de ordem</translation>
    </message>
    <message>
        <source>unknown status: %1</source>
        <translation>status desconhecido: %1</translation>
    </message>
    <message>
        <source>no node name: %1</source>
        <translation>não é nome de nó: %1</translation>
    </message>
    <message>
        <source>gave no dynamic name</source>
        <translation>não deu um nome dinâmico</translation>
    </message>
    <message>
        <source>gave a name that was not asked for</source>
        <translation>deu um nome que não foi pedido</translation>
    </message>
    <message>
        <source>our own challenge came back</source>
        <translation>nosso próprio desafio voltou</translation>
    </message>
    <message>
        <source>accepted our digest, then proved another cookie</source>
        <translation>aceitou nosso digest e depois provou outro cookie</translation>
    </message>
    <message>
        <source>no cookie at hand</source>
        <translation>nenhum cookie à mão</translation>
    </message>
    <message>
        <source>no cookie to compare with</source>
        <translation>nenhum cookie para comparar</translation>
    </message>
    <message>
        <source>no cookie</source>
        <translation>sem cookie</translation>
    </message>
    <message>
        <source>the part before # is accepted</source>
        <translation>a parte antes de # é aceita</translation>
    </message>
    <message>
        <source>under two names</source>
        <translation>sob dois nomes</translation>
    </message>
    <message>
        <source>%1, flags %2</source>
        <translation>%1, flags %2</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>versão %1</translation>
    </message>
    <message>
        <source>as %1, hidden</source>
        <translation>como %1, oculto</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>como %1</translation>
    </message>
    <message>
        <source>the two digests differ</source>
        <translation>os dois digests são diferentes</translation>
    </message>
    <message>
        <source>refused the cookie of %1</source>
        <translation>recusou o cookie de %1</translation>
    </message>
    <message>
        <source>%1 is not on the list of %2</source>
        <translation>%1 não está na lista de %2</translation>
    </message>
    <message>
        <source>net_kernel of %1 silent for 3 s</source>
        <translation>net_kernel de %1 calado por 3 s</translation>
    </message>
    <message>
        <source>net_kernel silent for 3 s</source>
        <translation>net_kernel calado por 3 s</translation>
    </message>
    <message>
        <source>connect_node answered false</source>
        <translation>connect_node respondeu false</translation>
    </message>
    <message>
        <source>connect_node did not answer</source>
        <translation>connect_node não respondeu</translation>
    </message>
    <message>
        <source>last byte %1 ms ago</source>
        <translation>último byte há %1 ms</translation>
    </message>
    <message>
        <source>first byte after %1 ms</source>
        <translation>primeiro byte após %1 ms</translation>
    </message>
    <message>
        <source>no byte within %1 ms; not waited for</source>
        <translation>nenhum byte em %1 ms; não se esperou por ele</translation>
    </message>
    <message>
        <source>answered with an error: %1</source>
        <translation>respondeu com um erro: %1</translation>
    </message>
    <message>
        <source>answered badrpc</source>
        <translation>respondeu badrpc</translation>
    </message>
    <message>
        <source>answers no calls, as C and Java nodes: %1</source>
        <translation>não responde a chamadas, como nós em C e Java: %1</translation>
    </message>
    <message>
        <source>no connection any more</source>
        <translation>não há mais conexão</translation>
    </message>
    <message>
        <source>already connected as %1</source>
        <translation>já conectado como %1</translation>
    </message>
    <message>
        <source>already connected</source>
        <translation>já conectado</translation>
    </message>
    <message>
        <source>calls over the link that is up are answered</source>
        <translation>chamadas pela conexão que está ativa são respondidas</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>an attempt is under way</source>
        <translation>uma tentativa está em andamento</translation>
    </message>
    <message>
        <source>our own name</source>
        <translation>nosso próprio nome</translation>
    </message>
    <message>
        <source>the peer dialled us</source>
        <translation>o outro nó nos chamou</translation>
    </message>
    <message>
        <source>none of %1</source>
        <translation>nenhum de %1</translation>
    </message>
    <message>
        <source>closed within its first message</source>
        <translation>fechou no meio da primeira mensagem</translation>
    </message>
    <message>
        <source>closed without a byte</source>
        <translation>fechou sem um byte sequer</translation>
    </message>
    <message>
        <source>closed when it had read our name</source>
        <translation>fechou depois de ler nosso nome</translation>
    </message>
    <message>
        <source>no whole message in time</source>
        <translation>nenhuma mensagem completa a tempo</translation>
    </message>
    <message>
        <source>a challenge of ours came back</source>
        <translation>um desafio nosso voltou</translation>
    </message>
    <message>
        <source>gave way to newer callers</source>
        <translation>deu lugar a chamadas mais novas</translation>
    </message>
    <message>
        <source>gives dynamic names</source>
        <translation>dá nomes dinâmicos</translation>
    </message>
    <message>
        <source>lets us in, cookie aside</source>
        <translation>nos deixa entrar, cookie à parte</translation>
    </message>
    <message>
        <source>22 or earlier</source>
        <translation>22 ou anterior</translation>
    </message>
    <message>
        <source>29 or later</source>
        <translation>29 ou posterior</translation>
    </message>
    <message>
        <source>25 to 27</source>
        <translation>de 2 a 27 {25 ?}</translation>
    </message>
</context>
<context>
    <name>ExamineForm</name>
    <message>
        <source>&amp;Node</source>
        <translation>&amp;Nó</translation>
    </message>
    <message>
        <source>Why does name@host not connect?</source>
        <translation>Por que nome@máquina não se conecta?</translation>
    </message>
    <message>
        <source>The node that does not connect</source>
        <translation>O nó que não se conecta</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>Who is to reach it: this program, or another node, whose settings are then compared with those of the first</source>
        <translation>Quem deve alcançá-lo: este programa ou outro nó, cujas configurações são então comparadas com as do primeiro</translation>
    </message>
    <message>
        <source>O&amp;ptions</source>
        <translation>O&amp;pções</translation>
    </message>
    <message>
        <source>Cookie, EPMD’s port, TLS</source>
        <translation>Cookie, porta do EPMD, TLS</translation>
    </message>
    <message>
        <source>Have that node &amp;try to connect (what will run is shown and asked first)</source>
        <translation>Fazer esse nó &amp;tentar se conectar (antes se mostra o que será executado e se pergunta)</translation>
    </message>
    <message>
        <source>&amp;Cookie</source>
        <translation>&amp;Cookie</translation>
    </message>
    <message>
        <source>&amp;EPMD’s port</source>
        <translation>Porta do EP&amp;MD</translation>
    </message>
    <message>
        <source>as known</source>
        <translation>a conhecida</translation>
    </message>
    <message>
        <source>&amp;TLS options</source>
        <translation>&amp;Opções de TLS</translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message>
        <source>%1 G</source>
        <comment>thousand million</comment>
        <translation>%1 G</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>million</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousand</comment>
        <translation>%1 mil</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processos</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memória</translation>
    </message>
    <message>
        <source>Run queue</source>
        <translation>Fila de execução</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>Reduções</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Tempo no ar</translation>
    </message>
    <message>
        <source>How many processes exist on the node</source>
        <translation>Quantos processos existem no nó</translation>
    </message>
    <message>
        <source>What the node’s emulator has allocated</source>
        <translation>O que o emulador do nó alocou</translation>
    </message>
    <message>
        <source>Processes and ports that are ready to run and wait for a scheduler</source>
        <translation>Processos e portas prontos para executar, à espera de um escalonador</translation>
    </message>
    <message>
        <source>Units of work that the node does a second</source>
        <translation>Unidades de trabalho que o nó faz por segundo</translation>
    </message>
    <message>
        <source>How long ago the node started</source>
        <translation>Há quanto tempo o nó foi iniciado</translation>
    </message>
    <message>
        <source>%1 processes</source>
        <translation>%1 processos</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <comment>in the run queue</comment>
        <translation>%1 em espera</translation>
    </message>
    <message>
        <source>%1 reductions</source>
        <translation>%1 reduções</translation>
    </message>
    <message>
        <source>up %1</source>
        <comment>uptime</comment>
        <translation>no ar há %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours, minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days, hours</comment>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>Lately: least %1, most %2</source>
        <translation>Ultimamente: no mínimo %1, no máximo %2</translation>
    </message>
    <message>
        <source>Packets, both ways</source>
        <translation>Pacotes, nos dois sentidos</translation>
    </message>
    <message>
        <source>What net_kernel of the ends counts: messages, fragments of large ones, and ticks</source>
        <translation>O que o net_kernel das pontas conta: mensagens, fragmentos das grandes, e ticks</translation>
    </message>
    <message>
        <source>Packets from %1</source>
        <translation>Pacotes de %1</translation>
    </message>
    <message>
        <source>Bytes, both ways</source>
        <translation>Bytes, nos dois sentidos</translation>
    </message>
    <message>
        <source>What the sockets of the ends count, encryption included</source>
        <translation>O que os soquetes das pontas contam, incluindo a criptografia</translation>
    </message>
    <message>
        <source>Bytes from %1</source>
        <translation>Bytes de %1</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>pico %1</translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message>
        <source>This program</source>
        <translation>Este programa</translation>
    </message>
    <message>
        <source>Connected hidden, so that no node counts it as a member of the cluster.</source>
        <translation>Conectado como oculto, para que nenhum nó o conte como membro do cluster.</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>OTP %1</source>
        <translation>OTP %1</translation>
    </message>
    <message>
        <source>Elixir %1</source>
        <translation>Elixir %1</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>porta %1</translation>
    </message>
    <message>
        <source>watched: %1</source>
        <translation>acompanhado por: %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>link</comment>
        <translation>oculta</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message numerus="yes">
        <source>failed %n time(s)</source>
        <translation>
            <numerusform>falhou %n vez</numerusform>
            <numerusform>falhou %n vezes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>partition %1</source>
        <translation>partição %1</translation>
    </message>
    <message numerus="yes">
        <source>full mesh of %n node(s)</source>
        <translation>
            <numerusform>malha completa de %n nó</numerusform>
            <numerusform>malha completa de %n nós</numerusform>
        </translation>
    </message>
    <message>
        <source>only %1 sees it</source>
        <translation>só %1 a vê</translation>
    </message>
    <message>
        <source>both ends see it</source>
        <translation>as duas pontas a veem</translation>
    </message>
    <message>
        <source>ours, for watching</source>
        <translation>nossa, para observar</translation>
    </message>
    <message>
        <source>one end only</source>
        <comment>link</comment>
        <translation>só uma ponta</translation>
    </message>
    <message>
        <source>being set up</source>
        <translation>sendo estabelecida</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>link</comment>
        <translation>falhou</translation>
    </message>
    <message>
        <source>down</source>
        <comment>link</comment>
        <translation>caída</translation>
    </message>
    <message>
        <source>C node</source>
        <translation>nó em C</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>prática</translation>
    </message>
    <message>
        <source>%1 · hidden</source>
        <translation>%1 · oculto</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>não conectado</translation>
    </message>
    <message numerus="yes">
        <source>seen by %n node(s)</source>
        <translation>
            <numerusform>visto por %n nó</numerusform>
            <numerusform>visto por %n nós</numerusform>
        </translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>conectando…</translation>
    </message>
    <message>
        <source>refused us</source>
        <translation>nos recusou</translation>
    </message>
    <message>
        <source>refused us at %1</source>
        <translation>nos recusou às %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>failed at %1</source>
        <translation>falhou às %1</translation>
    </message>
    <message>
        <source>down</source>
        <translation>caído</translation>
    </message>
    <message>
        <source>down since %1</source>
        <translation>caído desde %1</translation>
    </message>
    <message>
        <source>expected, absent</source>
        <translation>esperado, ausente</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>silencioso</translation>
    </message>
    <message>
        <source>silent since %1</source>
        <translation>em silêncio desde %1</translation>
    </message>
    <message>
        <source>Nodescope (hidden)</source>
        <translation>Nodescope (oculto)</translation>
    </message>
    <message>
        <source>No nodes yet</source>
        <translation>Nenhum nó ainda</translation>
    </message>
    <message>
        <source>Connect to a node, or start the practice cluster: it needs no Erlang.</source>
        <translation>Conecte-se a um nó ou inicie o cluster de prática: ele não precisa de Erlang.</translation>
    </message>
    <message>
        <source>%1 packets</source>
        <translation>%1 pacotes</translation>
    </message>
    <message>
        <source>from 1 to 1,000 packets a second</source>
        <translation>de 1 a 1.000 pacotes por segundo</translation>
    </message>
    <message>
        <source>host %1</source>
        <translation>host %1</translation>
    </message>
    <message numerus="yes">
        <source>nothing has come in for more than %n second(s): a node that lives ticks</source>
        <translation>
            <numerusform>nada chegou há mais de %n segundo: um nó vivo dá sinal</numerusform>
            <numerusform>nada chegou há mais de %n segundos: um nó vivo dá sinal</numerusform>
        </translation>
    </message>
    <message>
        <source>silent: nothing has come in</source>
        <translation>em silêncio: nada chegou</translation>
    </message>
</context>
<context>
    <name>HandshakeText</name>
    <message>
        <source>(held back)</source>
        <translation>(retido)</translation>
    </message>
    <message>
        <source>%1 dials %2</source>
        <translation>%1 disca para %2</translation>
    </message>
    <message>
        <source>From here on, lengths have four bytes. First sent: %1</source>
        <translation>Daqui em diante, os tamanhos têm quatro bytes. Primeiro enviado: %1</translation>
    </message>
    <message>
        <source>First received: %1</source>
        <translation>Primeiro recebido: %1</translation>
    </message>
    <message>
        <source>Demanded by nodes of today, and missing on a side: %1</source>
        <translation>Exigidas pelos nós de hoje, e ausentes em um lado: %1</translation>
    </message>
    <message>
        <source>The other side closed while a message of ours was awaited.</source>
        <translation>O outro lado fechou a conexão enquanto uma mensagem nossa era esperada.</translation>
    </message>
    <message>
        <source>The other side closed, and %1 never came.</source>
        <translation>O outro lado fechou a conexão, e %1 nunca chegou.</translation>
    </message>
    <message>
        <source>The other side closed %1 after our %2.</source>
        <translation>O outro lado fechou a conexão %1 depois do nosso %2.</translation>
    </message>
    <message>
        <source>The other side said nothing for %1.</source>
        <translation>O outro lado não disse nada por %1.</translation>
    </message>
    <message>
        <source>The other side refused: %1.</source>
        <translation>O outro lado recusou: %1.</translation>
    </message>
    <message>
        <source>We refused: %1.</source>
        <translation>Nós recusamos: %1.</translation>
    </message>
    <message>
        <source>The caller’s digest is not of the cookie that we have for it.</source>
        <translation>O digest de quem chama não é do cookie que temos para ele.</translation>
    </message>
    <message>
        <source>The other side’s digest is not of the cookie and our challenge.</source>
        <translation>O digest do outro lado não é do cookie e do nosso desafio.</translation>
    </message>
    <message>
        <source>Another node answers: %1. It gets no digest.</source>
        <translation>Outro nó responde: %1. Ele não recebe nenhum digest.</translation>
    </message>
    <message>
        <source>The other side lacks what we demand: %1.</source>
        <translation>Falta ao outro lado o que exigimos: %1.</translation>
    </message>
    <message>
        <source>It sent a challenge of ours back. Who signs that gives away what lets others in.</source>
        <translation>Ele devolveu um desafio nosso. Quem o assina entrega o que deixa outros entrar.</translation>
    </message>
    <message>
        <source>We have no cookie for it, so no digest can be made.</source>
        <translation>Não temos cookie para ele, então nenhum digest pode ser feito.</translation>
    </message>
    <message>
        <source>It answered with a word that is no status: %1.</source>
        <translation>Ele respondeu com uma palavra que não é um status: %1.</translation>
    </message>
    <message>
        <source>It answered false: its old link to us stays, and this connection ends.</source>
        <translation>Ele respondeu false: a conexão antiga dele conosco fica, e esta termina.</translation>
    </message>
    <message>
        <source>What answers there does not speak the handshake of Erlang nodes.</source>
        <translation>O que responde ali não fala o handshake dos nós Erlang.</translation>
    </message>
    <message>
        <source>No connection came about: %1.</source>
        <translation>Não houve conexão: %1.</translation>
    </message>
    <message>
        <source>It failed: %1.</source>
        <translation>Falhou: %1.</translation>
    </message>
    <message>
        <source>Who dials says its name, its flags, and which incarnation it is.</source>
        <translation>Quem disca diz seu nome, suas flags e qual encarnação é.</translation>
    </message>
    <message>
        <source>Who is dialled says whether the other may go on.</source>
        <translation>Quem é discado diz se o outro pode continuar.</translation>
    </message>
    <message>
        <source>After alive: whether the new connection shall replace the old link.</source>
        <translation>Depois de alive: se a nova conexão deve substituir a antiga.</translation>
    </message>
    <message>
        <source>Who is dialled says its own name and flags, and asks for a proof of the cookie.</source>
        <translation>Quem é discado diz seu nome e suas flags, e pede uma prova do cookie.</translation>
    </message>
    <message>
        <source>What the old form of the name had no room for: the upper flags and the creation.</source>
        <translation>O que não cabia na forma antiga do nome: as flags superiores e a creation.</translation>
    </message>
    <message>
        <source>The proof of the cookie, and a challenge in return.</source>
        <translation>A prova do cookie, e um desafio em troca.</translation>
    </message>
    <message>
        <source>The other’s proof. From the next byte on, lengths have four bytes.</source>
        <translation>A prova do outro. A partir do próximo byte, os tamanhos têm quatro bytes.</translation>
    </message>
    <message>
        <source>Bytes that are no message of the handshake.</source>
        <translation>Bytes que não são uma mensagem do handshake.</translation>
    </message>
    <message>
        <source>Waiting to be dialled at port %1.</source>
        <translation>Esperando ser discado na porta %1.</translation>
    </message>
    <message>
        <source>%1 waits to be sent.</source>
        <translation>%1 espera para ser enviado.</translation>
    </message>
    <message>
        <source>Both have proved the cookie. The other side takes us for connected.</source>
        <translation>Os dois provaram o cookie. O outro lado nos considera conectados.</translation>
    </message>
    <message>
        <source>It is the other side’s turn.</source>
        <translation>É a vez do outro lado.</translation>
    </message>
    <message>
        <source>Both proved the cookie; then the other side closed.</source>
        <translation>Os dois provaram o cookie; depois o outro lado fechou.</translation>
    </message>
    <message>
        <source>Both proved the cookie.</source>
        <translation>Os dois provaram o cookie.</translation>
    </message>
    <message>
        <source>The challenge came, and no more was wanted. Nothing was proved.</source>
        <translation>O desafio chegou, e não se queria mais. Nada foi provado.</translation>
    </message>
    <message>
        <source>It was ended here before it was over.</source>
        <translation>Foi encerrado aqui antes de terminar.</translation>
    </message>
    <message>
        <source>It answered not_allowed, though no flag is missing that a node demands.</source>
        <translation>Ele respondeu not_allowed, embora não falte nenhuma flag que um nó exige.</translation>
    </message>
    <message>
        <source>It answered not_allowed: nodes of OTP 26 and later demand %1. Older ones demand less, and name and flags are looked at before any cookie.</source>
        <translation>Ele respondeu not_allowed: nós do OTP 26 em diante exigem %1. Os mais antigos exigem menos, e nome e flags são vistos antes de qualquer cookie.</translation>
    </message>
    <message>
        <source>It closed before it proved anything: a node that dials goes no further with one that lacks %1. From OTP 25 on its log says: cannot handle […].</source>
        <translation>Ele fechou antes de provar qualquer coisa: um nó que disca não continua com outro ao qual falta %1. A partir do OTP 25, seu log diz: cannot handle […].</translation>
    </message>
    <message>
        <source>It went on. What both have is used; what only one has is not. Nothing that it demands is missing.</source>
        <translation>Ele continuou. O que ambos têm é usado; o que só um tem, não. Nada do que ele exige falta.</translation>
    </message>
    <message>
        <source>It went on and takes us for %1: whoever has the cookie may carry any name.</source>
        <translation>Ele continuou e nos toma por %1: quem tem o cookie pode usar qualquer nome.</translation>
    </message>
    <message>
        <source>It went on under the name that it was given: %1.</source>
        <translation>Ele continuou com o nome que recebeu: %1.</translation>
    </message>
    <message>
        <source>It answered nok: that is its own name, or one under which a connection is just being made, or the part before the @ has other characters than letters, digits, _ and -.</source>
        <translation>Ele respondeu nok: esse é o nome dele, ou um com o qual uma conexão está sendo feita, ou a parte antes do @ tem outros caracteres além de letras, dígitos, _ e -.</translation>
    </message>
    <message>
        <source>It answered not_allowed: its list of allowed nodes does not have that name.</source>
        <translation>Ele respondeu not_allowed: sua lista de nós permitidos não tem esse nome.</translation>
    </message>
    <message>
        <source>It closed without a word: no node can have that name. One @ with something on either side, and at most 255 characters, are read; else the message is thrown away.</source>
        <translation>Ele fechou sem uma palavra: nenhum nó pode ter esse nome. Um @ com algo de cada lado, e no máximo 255 caracteres, são lidos; senão a mensagem é descartada.</translation>
    </message>
    <message>
        <source>It closed before it proved anything, and says nothing in its log: it dialled one name, and another answered.</source>
        <translation>Ele fechou antes de provar qualquer coisa, e seu log não diz nada: discou um nome, e outro respondeu.</translation>
    </message>
    <message>
        <source>It took the digest: that cookie is the one that it has for us.</source>
        <translation>Ele aceitou o digest: esse cookie é o que ele tem para nós.</translation>
    </message>
    <message>
        <source>It closed at once: the digest is not that of its own cookie and its challenge. That is all that is ever seen of a wrong cookie. Its log says: %1.</source>
        <translation>Ele fechou na hora: o digest não é o do cookie dele e do desafio dele. É tudo o que se vê de um cookie errado. Seu log diz: %1.</translation>
    </message>
    <message>
        <source>It closed at once: it makes the same digest itself, and ours is not equal. Its log says: %1.</source>
        <translation>Ele fechou na hora: ele mesmo faz o digest, e o nosso não é igual. Seu log diz: %1.</translation>
    </message>
    <message>
        <source>It went on: with the right cookie it would give up the link that it still holds.</source>
        <translation>Ele continuou: com o cookie certo, abandonaria a conexão que ainda mantém.</translation>
    </message>
    <message>
        <source>It made nothing of true: releases before OTP 25 keep the old link, and wait.</source>
        <translation>Ele ignorou o true: versões anteriores ao OTP 25 mantêm a conexão antiga e esperam.</translation>
    </message>
    <message>
        <source>It held the connection until its set-up timer was over: after nok it waits for the dial of the other side, which is to reach it.</source>
        <translation>Ele manteve a conexão até seu temporizador de preparação acabar: depois de nok, espera que a chamada do outro lado o alcance.</translation>
    </message>
    <message>
        <source>It closed at once: not_allowed is final. Its connect_node says false, its log nothing.</source>
        <translation>Ele fechou na hora: not_allowed é definitivo. Seu connect_node diz false; seu log, nada.</translation>
    </message>
    <message>
        <source>It closed at once: %1 is no status that it can go on with.</source>
        <translation>Ele fechou na hora: %1 não é um status com o qual possa continuar.</translation>
    </message>
    <message>
        <source>It answered true: a node that dials wants the new connection, and has the old one given up.</source>
        <translation>Ele respondeu true: um nó que disca quer a nova conexão e faz abandonar a antiga.</translation>
    </message>
    <message>
        <source>It went on: it takes it that both have dialled, and that this connection stays.</source>
        <translation>Ele continuou: entende que os dois discaram e que esta conexão fica.</translation>
    </message>
    <message>
        <source>It signed the challenge that was chosen, %1. Any 32 bits will do; whoever chooses them can collect a digest, and try cookies against it at leisure.</source>
        <translation>Ele assinou o desafio escolhido, %1. Quaisquer 32 bits servem; quem os escolhe pode coletar um digest e testar cookies com calma.</translation>
    </message>
    <message numerus="yes">
        <source>It waited for %n more byte(s), which never came, until its set-up timer was over.</source>
        <translation>
            <numerusform>Ele esperou mais %n byte, que nunca chegou, até seu temporizador de preparação acabar.</numerusform>
            <numerusform>Ele esperou mais %n bytes, que nunca chegaram, até seu temporizador de preparação acabar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It closed at once: cut after %n byte(s) the message is none.</source>
        <translation>
            <numerusform>Ele fechou na hora: cortada após %n byte, a mensagem não é nenhuma.</numerusform>
            <numerusform>Ele fechou na hora: cortada após %n bytes, a mensagem não é nenhuma.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It closed at once: it takes no message of %n byte(s) in the handshake.</source>
        <translation>
            <numerusform>Ele fechou na hora: não aceita no handshake uma mensagem de %n byte.</numerusform>
            <numerusform>Ele fechou na hora: não aceita no handshake uma mensagem de %n bytes.</numerusform>
        </translation>
    </message>
    <message>
        <source>It read what was left over as the beginning of another message, and waited for its rest until its set-up timer was over.</source>
        <translation>Ele leu o que sobrou como o começo de outra mensagem, e esperou o resto até seu temporizador de preparação acabar.</translation>
    </message>
    <message>
        <source>It went on: the creation only marks our pids, so that those of an earlier life are told apart. It is believed as it stands.</source>
        <translation>Ele continuou: a creation só marca nossos pids, para distinguir os de uma vida anterior. Acredita-se nela como está.</translation>
    </message>
    <message>
        <source>It went on as if nothing were changed.</source>
        <translation>Ele continuou como se nada tivesse mudado.</translation>
    </message>
    <message>
        <source>It refused.</source>
        <translation>Ele recusou.</translation>
    </message>
    <message>
        <source>It closed at once, without a word.</source>
        <translation>Ele fechou na hora, sem uma palavra.</translation>
    </message>
    <message>
        <source>It waited, and closed when its set-up timer was over.</source>
        <translation>Ele esperou, e fechou quando seu temporizador de preparação acabou.</translation>
    </message>
    <message>
        <source>It neither answered nor closed as long as we waited.</source>
        <translation>Ele nem respondeu nem fechou enquanto esperamos.</translation>
    </message>
    <message>
        <source>What it does is not known yet.</source>
        <translation>Ainda não se sabe o que ele faz.</translation>
    </message>
    <message>
        <source>Too long: it waits for the rest. Too short: it reads half a message.</source>
        <translation>Longo demais: espera o resto. Curto demais: lê meia mensagem.</translation>
    </message>
    <message>
        <source>Without a flag that it demands, it closes.</source>
        <translation>Sem uma flag que exige, ele fecha.</translation>
    </message>
    <message>
        <source>Without a flag that it demands, it answers not_allowed.</source>
        <translation>Sem uma flag que exige, ele responde not_allowed.</translation>
    </message>
    <message>
        <source>Any number will do: it marks the pids of this life of the node.</source>
        <translation>Qualquer número serve: marca os pids desta vida do nó.</translation>
    </message>
    <message>
        <source>Any name that a node can have will do, but its own.</source>
        <translation>Qualquer nome que um nó possa ter serve, menos o dele.</translation>
    </message>
    <message>
        <source>It goes on only with the name that it dialled.</source>
        <translation>Ele só continua com o nome que discou.</translation>
    </message>
    <message>
        <source>Any 32 bits will do: it signs them.</source>
        <translation>Quaisquer 32 bits servem: ele os assina.</translation>
    </message>
    <message>
        <source>It makes the same digest itself, and compares.</source>
        <translation>Ele mesmo faz o digest e compara.</translation>
    </message>
    <message>
        <source>The digest is made of this cookie instead.</source>
        <translation>O digest é feito deste cookie.</translation>
    </message>
    <message>
        <source>ok, ok_simultaneous, nok, not_allowed, alive, or a word that does not exist.</source>
        <translation>ok, ok_simultaneous, nok, not_allowed, alive, ou uma palavra que não existe.</translation>
    </message>
    <message>
        <source>true gives up the link that it holds; false keeps it.</source>
        <translation>true abandona a conexão que ele mantém; false a conserva.</translation>
    </message>
    <message>
        <source>The other side closed after %1, before its set-up timer was due, while %2 still waited here to be sent.</source>
        <translation>O outro lado fechou após %1, antes do fim do temporizador de preparação dele, enquanto %2 ainda esperava aqui para ser enviada.</translation>
    </message>
    <message>
        <source>We were too slow: %2 still waited here to be sent when the set-up timer of the other side ran out, after %1, and it closed.</source>
        <translation>Demoramos demais: %2 ainda esperava aqui para ser enviada quando o temporizador de preparação do outro lado acabou, após %1, e ele fechou.</translation>
    </message>
    <message>
        <source>The other side closed %1 after our %2, when its set-up timer ran out: it had waited %3.</source>
        <translation>O outro lado fechou %1 após nossa %2, quando o temporizador de preparação dele acabou: tinha esperado %3.</translation>
    </message>
    <message>
        <source>The other side closed %1 after our %2, and just when its set-up timer was due: it had waited %3. Either may be why.</source>
        <translation>O outro lado fechou %1 após nossa %2, e bem quando o temporizador de preparação dele acabava: tinha esperado %3. Qualquer dos dois pode ser o motivo.</translation>
    </message>
    <message>
        <source>It closed at once, but its set-up timer was due as well: which of the two it was cannot be told. Send it sooner to see.</source>
        <translation>Fechou imediatamente, mas o temporizador de preparação dele também acabava: não dá para dizer qual dos dois foi. Envie mais cedo para ver.</translation>
    </message>
    <message>
        <source>No connection with %1 came about. %2 %3</source>
        <translation>Não houve conexão com %1. %2 %3</translation>
    </message>
</context>
<context>
    <name>KnownHosts</name>
    <message>
        <source>To prove that we have the cookie, we answer a challenge that the other side chooses. Whoever runs that host can keep the answer and try to guess the cookie from it, so connect only to hosts that you trust, with a cookie that is used for this cluster alone.</source>
        <translation>Para provar que temos o cookie, respondemos a um desafio que o outro lado escolhe. Quem controla essa máquina pode guardar a resposta e tentar adivinhar o cookie a partir dela; por isso, conecte-se só a máquinas em que confia, com um cookie usado apenas neste cluster.</translation>
    </message>
</context>
<context>
    <name>LintText</name>
    <message>
        <source>where each node is started</source>
        <translation>onde cada nó é iniciado</translation>
    </message>
    <message>
        <source>Start all nodes with one cookie, or give this one the cookie of the others:</source>
        <translation>Inicie todos os nós com um só cookie, ou dê a este o cookie dos outros:</translation>
    </message>
    <message>
        <source>Find out why the two do not connect, and repair the link:</source>
        <translation>Descubra por que os dois não se conectam, e conserte a conexão:</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>nesta máquina</translation>
    </message>
    <message>
        <source>before EPMD is started</source>
        <translation>antes de iniciar o EPMD</translation>
    </message>
    <message>
        <source>Have both roles check, and the server demand a certificate:</source>
        <translation>Faça os dois papéis conferirem, e o servidor exigir um certificado:</translation>
    </message>
    <message>
        <source>in the file of -ssl_dist_optfile</source>
        <translation>no arquivo de -ssl_dist_optfile</translation>
    </message>
    <message>
        <source>See how far a connection comes:</source>
        <translation>Veja até onde chega uma conexão:</translation>
    </message>
    <message>
        <source>Compare once more after the tick time. If it stays so, have the end that believes in the link drop it:</source>
        <translation>Compare mais uma vez depois do tempo de tick. Se continuar assim, faça a ponta que acredita na conexão derrubá-la:</translation>
    </message>
    <message>
        <source>Start all nodes in one mode, best with long names:</source>
        <translation>Inicie todos os nós em um só modo, de preferência com nomes longos:</translation>
    </message>
    <message>
        <source>Set the same time on all nodes:</source>
        <translation>Defina o mesmo tempo em todos os nós:</translation>
    </message>
    <message>
        <source>Bring all nodes within two releases. This tells a node’s own:</source>
        <translation>Deixe todos os nós com no máximo duas versões de diferença. Isto mostra a do próprio nó:</translation>
    </message>
    <message>
        <source>Set the same on all nodes; for a mesh without holes, true:</source>
        <translation>Defina o mesmo em todos os nós; para uma malha sem lacunas, true:</translation>
    </message>
    <message>
        <source>Set the same on all nodes; for a full mesh, true:</source>
        <translation>Defina o mesmo em todos os nós; para uma malha completa, true:</translation>
    </message>
    <message>
        <source>Let the owner alone read it, and change the cookie, since others may know it:</source>
        <translation>Deixe que só o dono o leia, e troque o cookie, pois outros podem conhecê-lo:</translation>
    </message>
    <message>
        <source>Start all nodes with the same carrier:</source>
        <translation>Inicie todos os nós com o mesmo transporte:</translation>
    </message>
    <message>
        <source>Unless it is meant so, take the parameter away; or connect where it is needed:</source>
        <translation>Se não for intencional, retire o parâmetro; ou conecte onde for preciso:</translation>
    </message>
    <message>
        <source>Make a long random one, and give it to all nodes:</source>
        <translation>Crie um longo e aleatório, e dê-o a todos os nós:</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>em qualquer lugar</translation>
    </message>
    <message>
        <source>Short and long names are mixed.</source>
        <translation>Nomes curtos e longos estão misturados.</translation>
    </message>
    <message>
        <source>The nodes have different tick times.</source>
        <translation>Os nós têm tempos de tick diferentes.</translation>
    </message>
    <message>
        <source>Not all nodes hold the same cookie for each other.</source>
        <translation>Nem todos os nós têm o mesmo cookie uns para os outros.</translation>
    </message>
    <message>
        <source>The OTP releases are too far apart.</source>
        <translation>As versões do OTP estão distantes demais.</translation>
    </message>
    <message>
        <source>Links of the mesh are missing, and overlapping partitions are prevented.</source>
        <translation>Faltam conexões na malha, e partições sobrepostas são evitadas.</translation>
    </message>
    <message>
        <source>Some nodes prevent overlapping partitions, others do not.</source>
        <translation>Alguns nós evitam partições sobrepostas, outros não.</translation>
    </message>
    <message>
        <source>Some nodes connect to all others, some do not.</source>
        <translation>Alguns nós se conectam a todos os outros, alguns não.</translation>
    </message>
    <message>
        <source>EPMD answers to other hosts.</source>
        <translation>O EPMD responde a outras máquinas.</translation>
    </message>
    <message>
        <source>A cookie file may be read by others than its owner.</source>
        <translation>Um arquivo de cookie pode ser lido por outros além do dono.</translation>
    </message>
    <message>
        <source>TLS links whose certificates nobody checks.</source>
        <translation>Conexões TLS cujos certificados ninguém confere.</translation>
    </message>
    <message>
        <source>Some nodes use TLS, others do not.</source>
        <translation>Alguns nós usam TLS, outros não.</translation>
    </message>
    <message>
        <source>Nodes that do not connect by themselves.</source>
        <translation>Nós que não se conectam sozinhos.</translation>
    </message>
    <message>
        <source>A cookie that can be guessed.</source>
        <translation>Um cookie que pode ser adivinhado.</translation>
    </message>
    <message>
        <source>Nodes that should be there are not.</source>
        <translation>Nós que deveriam estar aí não estão.</translation>
    </message>
    <message>
        <source>Links that only one end believes in.</source>
        <translation>Conexões em que só uma ponta acredita.</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>danger</source>
        <translation>perigo</translation>
    </message>
    <message>
        <source>cookie %1</source>
        <translation>cookie %1</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>faltando</translation>
    </message>
    <message>
        <source>up at one end</source>
        <translation>ativo em uma só ponta</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>OTP %1</source>
        <translation>OTP %1</translation>
    </message>
    <message>
        <source>well known</source>
        <translation>bem conhecido</translation>
    </message>
    <message>
        <source>below 8 characters</source>
        <translation>menos de 8 caracteres</translation>
    </message>
    <message>
        <source>A node with a short name (-sname) and one with a long name (-name) refuse to dial each other. Each set of nodes will stay a cluster of its own.</source>
        <translation>Um nó de nome curto (-sname) e um de nome longo (-name) se recusam a chamar um ao outro. Cada conjunto de nós vai permanecer um cluster à parte.</translation>
    </message>
    <message>
        <source>A node sends a sign of life every quarter of its own net_ticktime, and gives a peer up that was silent for its own. The node with the short time will take one with the long time for dead when nothing else is sent. OTP demands the same value everywhere.</source>
        <translation>Um nó envia um sinal de vida a cada quarto do seu próprio net_ticktime, e desiste de um outro que ficou em silêncio por todo esse tempo. O nó de tempo curto vai dar por morto o de tempo longo quando nada mais é enviado. O OTP exige o mesmo valor em toda parte.</translation>
    </message>
    <message>
        <source>Links that stand were set up with the cookies of that moment. These nodes will not connect again after the next loss, or have never connected.</source>
        <translation>As conexões de pé foram abertas com os cookies daquele momento. Estes nós não vão se conectar de novo depois da próxima queda, ou nunca se conectaram.</translation>
    </message>
    <message>
        <source>OTP promises that nodes at most two releases apart understand each other. Beyond that, a node may lack what another demands, and be refused.</source>
        <translation>O OTP garante que nós com até duas versões de diferença se entendem. Além disso, pode faltar a um nó o que outro exige, e ele ser recusado.</translation>
    </message>
    <message>
        <source>From OTP 25 on, global takes a mesh with a missing link for a partition, and disconnects more nodes until what is left is a full mesh again.</source>
        <translation>Do OTP 25 em diante, o global toma por partição uma malha em que falta uma conexão, e desconecta mais nós até que o que resta seja de novo uma malha completa.</translation>
    </message>
    <message>
        <source>When a link is lost, the nodes that prevent overlapping partitions disconnect, and the others do not understand why. The parameter prevent_overlapping_partitions must be the same on all nodes of a cluster; OTP 25 changed its default to true.</source>
        <translation>Quando uma conexão se perde, os nós que evitam partições sobrepostas se desconectam, e os outros não entendem por quê. O parâmetro prevent_overlapping_partitions deve ser o mesmo em todos os nós de um cluster; o OTP 25 mudou o padrão para true.</translation>
    </message>
    <message>
        <source>With connect_all false a node takes no part in global: names that are registered there, and locks, are not the same on all nodes.</source>
        <translation>Com connect_all em false, um nó não participa do global: os nomes registrados ali, e os bloqueios, não são os mesmos em todos os nós.</translation>
    </message>
    <message>
        <source>Nodes of several hosts need that. Whoever can reach it learns the names and ports of all nodes there; only the cookie stands before them then.</source>
        <translation>Nós em várias máquinas precisam disso. Quem consegue alcançá-lo fica sabendo dos nomes e das portas de todos os nós de lá; então só o cookie os protege.</translation>
    </message>
    <message>
        <source>Whoever holds the cookie can run anything on the nodes. The node will also refuse to start the next time: it demands that only the owner may read the file.</source>
        <translation>Quem tem o cookie pode executar qualquer coisa nos nós. Além disso, o nó vai se recusar a iniciar na próxima vez: ele exige que só o dono possa ler o arquivo.</translation>
    </message>
    <message>
        <source>Encryption alone keeps listeners out. Who is at the other end is known only if certificates are checked: on the server’s side it must be asked for, and on the client’s it is the default from OTP 26 on.</source>
        <translation>A cifra sozinha só afasta quem escuta. Quem está na outra ponta só se sabe se os certificados são conferidos: no lado do servidor é preciso pedir isso, e no do cliente é o padrão do OTP 26 em diante.</translation>
    </message>
    <message>
        <source>Whether a link is encrypted is not negotiated. A node that speaks TLS and one that does not will never connect to each other.</source>
        <translation>Se uma conexão é cifrada não se negocia. Um nó que fala TLS e um que não fala nunca vão se conectar.</translation>
    </message>
    <message>
        <source>With dist_auto_connect set to never, or to once after a loss, messages to nodes that are not connected are dropped without a word.</source>
        <translation>Com dist_auto_connect em never, ou em once depois de uma queda, mensagens para nós não conectados são descartadas em silêncio.</translation>
    </message>
    <message>
        <source>Whoever reaches the nodes can try cookies, and whoever sees one handshake can try them without being seen. Short ones, and those of books and examples, come first.</source>
        <translation>Quem alcança os nós pode tentar cookies, e quem vê um handshake pode tentá-los sem ser visto. Os curtos, e os de livros e exemplos, vêm primeiro.</translation>
    </message>
    <message>
        <source>No node that was asked is connected to them, and we could not connect either.</source>
        <translation>Nenhum dos nós consultados está conectado a eles, e nós também não conseguimos nos conectar.</translation>
    </message>
    <message>
        <source>One end will find out when the tick time has passed; until then, what it sends is lost, and the other end cannot connect anew under the same name. It may also have been a link in the moment of its change.</source>
        <translation>Uma ponta vai descobrir quando passar o tempo de tick; até lá, o que ela envia se perde, e a outra não pode se conectar de novo com o mesmo nome. Também pode ter sido uma conexão no momento de uma mudança.</translation>
    </message>
    <message>
        <source>With all nodes on one host, keep EPMD to it; else let only the cluster’s hosts reach EPMD’s port (%1) and the ports of the nodes:</source>
        <translation>Com todos os nós em uma só máquina, restrinja o EPMD a ela; senão, deixe que só as máquinas do cluster alcancem a porta do EPMD (%1) e as portas dos nós:</translation>
    </message>
</context>
<context>
    <name>LogText</name>
    <message>
        <source>A TLS listener of this node was sent bytes that are no TLS, and begin as a plain handshake of a node does. If it is the distribution’s port, the caller lacks -proto_dist inet_tls.</source>
        <translation>Um socket TLS deste nó recebeu bytes que não são TLS e que começam como o handshake sem TLS de um nó. Se for a porta da distribuição, falta -proto_dist inet_tls a quem chama.</translation>
    </message>
    <message>
        <source>The TLS part of a link failed (%1).</source>
        <translation>A parte TLS de uma conexão falhou (%1).</translation>
    </message>
    <message>
        <source>A TLS handshake of this node ended with the alert “%1”. Whether it was the distribution’s or that of another service of the node, the text does not say.</source>
        <translation>Um handshake TLS deste nó terminou com o alerta “%1”. Se era o da distribuição ou o de outro serviço do nó, o texto não diz.</translation>
    </message>
    <message>
        <source>%1 dialled, and proved another cookie than the one that %2 uses for it. What %1 saw is a connection that closes; only here does it say why.</source>
        <translation>%1 chamou e provou ter outro cookie que não o que %2 usa para ele. O que %1 viu é uma conexão que se fecha; só aqui se diz por quê.</translation>
    </message>
    <message>
        <source>%1 accepted the digest of %2, and then proved itself with another cookie. Stock nodes do not: look for a proxy, or for a node that is not OTP’s.</source>
        <translation>%1 aceitou o digest de %2 e depois se identificou com outro cookie. Nós comuns não fazem isso: procure um proxy, ou um nó que não seja do OTP.</translation>
    </message>
    <message>
        <source>%1 closed the connection when it had read the digest of %2. That is what a node does when the cookies differ; its log has “Invalid challenge reply”.</source>
        <translation>%1 fechou a conexão depois de ler o digest de %2. É o que um nó faz quando os cookies são diferentes; o log dele traz “Invalid challenge reply”.</translation>
    </message>
    <message>
        <source>%1 keeps a list of nodes that may connect (net_kernel:allow/1), and %2 is not on it. The cookie was never looked at.</source>
        <translation>%1 mantém uma lista de nós que podem se conectar (net_kernel:allow/1), e %2 não está nela. O cookie nem chegou a ser verificado.</translation>
    </message>
    <message>
        <source>Since OTP 21 these words mean the list of net_kernel:allow/1. Older releases said the same when the cookie was wrong. The release of %1 tells the two apart.</source>
        <translation>Desde o OTP 21 estas palavras significam a lista de net_kernel:allow/1. Versões anteriores diziam o mesmo quando o cookie estava errado. A versão de %1 distingue os dois casos.</translation>
    </message>
    <message>
        <source>%1 wanted to dial %2, and its own list of net_kernel:allow/1 keeps it from that. Nothing was sent.</source>
        <translation>%1 queria chamar %2, e a sua própria lista de net_kernel:allow/1 o impede. Nada foi enviado.</translation>
    </message>
    <message>
        <source>%1 refused a caller by its address (%2), since the kernel parameter check_ip lets in only those of its own networks.</source>
        <translation>%1 recusou quem chamava pelo endereço (%2), pois o parâmetro check_ip do kernel só deixa entrar os das suas próprias redes.</translation>
    </message>
    <message>
        <source>%1 answered not_allowed. Its log tells which it is: “disallowed node” is its allow list, “cannot handle” are missing flags.</source>
        <translation>%1 respondeu not_allowed. O log dele diz qual é o caso: “disallowed node” é a lista de permissões, “cannot handle” são flags que faltam.</translation>
    </message>
    <message>
        <source>%1 lacks what %2 demands: %3. OTP promises that nodes at most two releases apart understand each other.</source>
        <translation>Falta a %1 o que %2 exige: %3. O OTP garante que nós com até duas versões de diferença se entendem.</translation>
    </message>
    <message>
        <source>The node that answered calls itself otherwise than it was dialled. EPMD compares only what stands before the @, so the host part, or short against long, differs.</source>
        <translation>O nó que respondeu se chama de outra forma que não a usada para chamá-lo. O EPMD compara apenas o que vem antes do @, então o que difere é a parte da máquina, ou curto contra longo.</translation>
    </message>
    <message>
        <source>The connection was closed before any answer to the name. A node that speaks TLS, one that is being dialled under the same name twice, and no node at all look like this.</source>
        <translation>A conexão foi fechada antes de qualquer resposta ao nome. Assim se comportam um nó que fala TLS, um que está sendo chamado duas vezes com o mesmo nome, e o que nem nó é.</translation>
    </message>
    <message>
        <source>A set-up took longer than net_setuptime (7 s): the connection was accepted, and what was expected did not come. A TLS node that dials a plain one sees this, too.</source>
        <translation>Uma abertura de conexão demorou mais que net_setuptime (7 s): a conexão foi aceita, e o que se esperava não veio. Um nó com TLS que chama um sem TLS também vê isso.</translation>
    </message>
    <message>
        <source>Nothing on %1 can dial the host of %2: it does not resolve, or only to addresses of the other IP version.</source>
        <translation>Nada em %1 consegue chamar a máquina de %2: o nome não resolve, ou só para endereços da outra versão de IP.</translation>
    </message>
    <message>
        <source>%1 and %2 dialled each other at once, and the attempt of %1 gave way. That is as it should be.</source>
        <translation>%1 e %2 se chamaram ao mesmo tempo, e a tentativa de %1 cedeu. É como deve ser.</translation>
    </message>
    <message>
        <source>%1 has no place for another node: tables of the emulator are full, most often that of atoms or ports.</source>
        <translation>%1 não tem lugar para mais um nó: há tabelas cheias no emulador, na maioria das vezes a de átomos ou a de portas.</translation>
    </message>
    <message>
        <source>The set-up of a link broke within %1, not on the wire.</source>
        <translation>A abertura de uma conexão quebrou dentro de %1, não na rede.</translation>
    </message>
    <message>
        <source>%1 has a long name (-name) and was asked to dial a host without a dot: %2. It refuses by itself, and nothing was sent.</source>
        <translation>%1 tem nome longo (-name), e foi pedido que chamasse uma máquina sem ponto no nome: %2. Ele recusa por si só, e nada foi enviado.</translation>
    </message>
    <message>
        <source>%1 has a short name (-sname) and was asked to dial a host with a dot: %2. It refuses by itself, and nothing was sent.</source>
        <translation>%1 tem nome curto (-sname), e foi pedido que chamasse uma máquina com ponto no nome: %2. Ele recusa por si só, e nada foi enviado.</translation>
    </message>
    <message>
        <source>%1 says that what this node sent bore no valid cookie, and dropped the link.</source>
        <translation>%1 diz que o que este nó enviou não trazia um cookie válido, e derrubou a conexão.</translation>
    </message>
    <message>
        <source>%1 cannot use its own TLS options for dialling (%2). Since OTP 26 a node verifies the other by default, and needs cacertfile for that; without it nothing is sent and false is returned at once.</source>
        <translation>%1 não consegue usar as próprias opções TLS para chamar (%2). Desde o OTP 26 um nó verifica o outro por padrão, e precisa de cacertfile para isso; sem ele nada é enviado e se retorna false de imediato.</translation>
    </message>
    <message>
        <source>%1 cannot use its TLS options for accepting: %2</source>
        <translation>%1 não consegue usar as suas opções TLS para aceitar: %2</translation>
    </message>
    <message>
        <source>global at %1 dropped the link to %2: somewhere a link of the mesh was lost, and rather than leave a mesh with a gap, global separates those that no longer see all. Look for the link that was lost just before.</source>
        <translation>O global em %1 derrubou a conexão com %2: em algum lugar perdeu-se uma conexão da malha, e em vez de deixar uma malha com lacuna, o global separa os que já não veem todos. Procure a conexão que se perdeu logo antes.</translation>
    </message>
    <message>
        <source>global at %1 heard that %2 lost a link to another node, and had %2 drop the link to %1, so that no overlapping partitions come about.</source>
        <translation>O global em %1 soube que %2 perdeu uma conexão com outro nó, e fez %2 derrubar a conexão com %1, para que não surjam partições sobrepostas.</translation>
    </message>
    <message>
        <source>global of %1 is of a version that global at %2 cannot synchronise with.</source>
        <translation>O global de %1 é de uma versão com que o global em %2 não sabe se sincronizar.</translation>
    </message>
    <message>
        <source>Another node told %1 of %2, so global tried to connect to it, and failed. Nodes of a mesh introduce each other: if %2 belongs to another cluster, somebody connects the two.</source>
        <translation>Outro nó falou de %2 a %1, então o global tentou conectar-se a ele, e falhou. Nós de uma malha se apresentam uns aos outros: se %2 pertence a outro cluster, alguém liga os dois.</translation>
    </message>
    <message>
        <source>Two parts of a cluster that met had registered the same global name, and one of the two processes was ended. They had been apart before.</source>
        <translation>Duas partes de um cluster que se encontraram tinham registrado o mesmo nome global, e um dos dois processos foi encerrado. Antes elas estavam separadas.</translation>
    </message>
    <message>
        <source>%1 had no byte of %2 for its tick time (60 s by default, give or take a quarter), and dropped the link. %2 was frozen, the net between them broke, or the link was so full that ticks did not come through.</source>
        <translation>%1 não recebeu nenhum byte de %2 durante o tempo de tick (60 s por padrão, um quarto a mais ou a menos), e derrubou a conexão. %2 estava congelado, a rede entre eles caiu, ou a conexão estava tão cheia que os ticks não passavam.</translation>
    </message>
    <message>
        <source>%1 has had no byte of %2 for one or more tick intervals. If that goes on, it drops the link.</source>
        <translation>%1 não recebe nenhum byte de %2 há um ou mais intervalos de tick. Se isso continuar, derruba a conexão.</translation>
    </message>
    <message>
        <source>The link of %1 to %2 went down (%3).</source>
        <translation>A conexão de %1 com %2 caiu (%3).</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sem motivo informado</translation>
    </message>
    <message>
        <source>Something of %1 was meant for %2, there was no link, and none came about. These words do not say why; the log of %2 may.</source>
        <translation>Algo de %1 se destinava a %2, não havia conexão, e nenhuma se estabeleceu. Estas palavras não dizem por quê; o log de %2 talvez diga.</translation>
    </message>
    <message>
        <source>%1 and %2 were apart for a while, each went on alone, and they met again. Look for the link that was lost before.</source>
        <translation>%1 e %2 ficaram separados por um tempo, cada um seguiu sozinho, e se reencontraram. Procure a conexão que se perdeu antes.</translation>
    </message>
    <message>
        <source>%1 could not read a term that %2 sent, and dropped the link. OTP 29 sends native records to older nodes as if they could read them; otherwise something changed the bytes on their way, or %2 is not OTP’s.</source>
        <translation>%1 não conseguiu ler um termo que %2 enviou, e derrubou a conexão. O OTP 29 envia registros nativos a nós mais antigos como se soubessem lê-los; senão, algo alterou os bytes no caminho, ou %2 não é do OTP.</translation>
    </message>
    <message>
        <source>%1 could not read what came over a link, and dropped it.</source>
        <translation>%1 não conseguiu ler o que chegou por uma conexão, e a derrubou.</translation>
    </message>
    <message>
        <source>A process of %1 had to wait, since more was sent over a link than it carried. If it happens often, senders stall, and ticks may come too late.</source>
        <translation>Um processo de %1 teve de esperar, pois se enviava por uma conexão mais do que ela comportava. Se acontece com frequência, quem envia fica parado, e os ticks podem chegar tarde demais.</translation>
    </message>
    <message>
        <source>A known message, which is none of the numbered causes.</source>
        <translation>Uma mensagem conhecida, que não é nenhuma das causas numeradas.</translation>
    </message>
    <message>
        <source>Certain: the log says so.</source>
        <translation>Certo: o log diz isso.</translation>
    </message>
    <message>
        <source>Almost certain, by these words alone.</source>
        <translation>Quase certo, só por estas palavras.</translation>
    </message>
    <message>
        <source>The node could not register, since nothing answers at EPMD’s port on its own machine.</source>
        <translation>O nó não conseguiu se registrar, pois nada responde na porta do EPMD na sua própria máquina.</translation>
    </message>
    <message>
        <source>The node cannot listen: each port that it may take is in use (inet_dist_listen_min, inet_dist_listen_max).</source>
        <translation>O nó não consegue escutar: todas as portas que pode ocupar estão em uso (inet_dist_listen_min, inet_dist_listen_max).</translation>
    </message>
    <message>
        <source>The node cannot listen: the address it was told to use (inet_dist_use_interface) is none of this machine’s.</source>
        <translation>O nó não consegue escutar: o endereço que lhe mandaram usar (inet_dist_use_interface) não é desta máquina.</translation>
    </message>
    <message>
        <source>What answers at EPMD’s port closed when the node registered. EPMD does so to whoever is not local; something else at that port may do so to everyone.</source>
        <translation>O que responde na porta do EPMD fechou quando o nó se registrou. O EPMD faz isso com quem não é local; outra coisa nessa porta pode fazer isso com todos.</translation>
    </message>
    <message>
        <source>The node could not listen or register (%1), and did not start as one.</source>
        <translation>O nó não conseguiu escutar ou se registrar (%1), e não iniciou como nó.</translation>
    </message>
    <message>
        <source>The node refuses a cookie file that its group or others may read (%1), and ends.</source>
        <translation>O nó recusa um arquivo de cookie que o grupo ou outros podem ler (%1), e termina.</translation>
    </message>
    <message>
        <source>The node could not read or make its cookie file (%1), and ended.</source>
        <translation>O nó não conseguiu ler nem criar o seu arquivo de cookie (%1), e terminou.</translation>
    </message>
    <message>
        <source>no home directory</source>
        <translation>sem diretório pessoal</translation>
    </message>
    <message>
        <source>What is in the cookie file is no cookie: it is empty, or holds something that is no printable character. The node ended.</source>
        <translation>O que está no arquivo de cookie não é um cookie: está vazio, ou contém algo que não é um caractere imprimível. O nó terminou.</translation>
    </message>
    <message>
        <source>net_kernel of %1 ends, and with it all links. What is logged just before says why.</source>
        <translation>O net_kernel de %1 termina, e com ele todas as conexões. O que foi registrado logo antes diz por quê.</translation>
    </message>
    <message>
        <source>A name is not one that a node can have: one @, before it letters, digits, - and _ (%1).</source>
        <translation>Um nome não é dos que um nó pode ter: um só @, antes dele letras, dígitos, - e _ (%1).</translation>
    </message>
    <message>
        <source>the text does not show it</source>
        <translation>o texto não o mostra</translation>
    </message>
    <message>
        <source>The node was started with -name and without a host, and finds no host name of its own with a dot in it.</source>
        <translation>O nó foi iniciado com -name e sem máquina, e não encontra um nome de máquina próprio que tenha ponto.</translation>
    </message>
    <message>
        <source>The node was started with -sname and finds no short host name for itself: the name that it was given has a dot behind the @, or the machine has no name.</source>
        <translation>O nó foi iniciado com -sname e não encontra um nome de máquina curto para si: o nome que recebeu tem ponto depois do @, ou a máquina não tem nome.</translation>
    </message>
    <message>
        <source>EPMD already has a node of this name (%1), so the second one did not start.</source>
        <translation>O EPMD já tem um nó com este nome (%1), então o segundo não iniciou.</translation>
    </message>
    <message>
        <source>The node was started with -proto_dist %1, and there is no module %1_dist.</source>
        <translation>O nó foi iniciado com -proto_dist %1, e não existe o módulo %1_dist.</translation>
    </message>
    <message>
        <source>An argument was given more than once, and the first one holds: %1</source>
        <translation>Um argumento foi dado mais de uma vez, e vale o primeiro: %1</translation>
    </message>
    <message>
        <source>The node ended because its distribution did not start. Why is in a line before this one: name in use, no EPMD, no usable own name.</source>
        <translation>O nó terminou porque a sua distribuição não iniciou. O motivo está em uma linha anterior a esta: nome em uso, sem EPMD, sem nome próprio utilizável.</translation>
    </message>
    <message>
        <source>The node waited for others (sync_nodes_mandatory), and they did not come: %1</source>
        <translation>O nó esperou por outros (sync_nodes_mandatory), e eles não vieram: %1</translation>
    </message>
    <message>
        <source>What wanted to connect runs without a name, so it is no node itself.</source>
        <translation>O que queria se conectar roda sem nome, então ele mesmo não é um nó.</translation>
    </message>
    <message>
        <source>The name that this machine has for itself (%1) does not lead to one of its addresses.</source>
        <translation>O nome que esta máquina tem para si (%1) não leva a um dos endereços dela.</translation>
    </message>
    <message>
        <source>The file for -ssl_dist_optfile cannot be read or understood, so the node did not start: %1</source>
        <translation>O arquivo para -ssl_dist_optfile não pode ser lido ou entendido, então o nó não iniciou: %1</translation>
    </message>
    <message>
        <source>Something on another machine wanted to register with this EPMD, which takes registrations of its own machine only. A container or a proxy in between makes a local node look foreign.</source>
        <translation>Algo em outra máquina queria se registrar neste EPMD, que só aceita registros da própria máquina. Um contêiner ou proxy no caminho faz um nó local parecer de fora.</translation>
    </message>
    <message>
        <source>EPMD could not take its port on %1: another EPMD runs, or the address is none of this machine’s.</source>
        <translation>O EPMD não conseguiu ocupar a sua porta em %1: já há outro EPMD, ou o endereço não é desta máquina.</translation>
    </message>
    <message>
        <source>A tool could not reach %1. It says the same for a node that is down, another cookie, an unknown host and a wrong name; the log of %1 tells a wrong cookie from the rest.</source>
        <translation>Uma ferramenta não conseguiu alcançar %1. Ela diz o mesmo para um nó fora do ar, outro cookie, uma máquina desconhecida e um nome errado; o log de %1 distingue um cookie errado do resto.</translation>
    </message>
    <message>
        <source>The node closed when it had read the tool’s digest: the tool has another cookie, most often because it runs as another user.</source>
        <translation>O nó fechou depois de ler o digest da ferramenta: ela tem outro cookie, na maioria das vezes porque roda com outro usuário.</translation>
    </message>
    <message>
        <source>The host %1 is not known where the tool ran.</source>
        <translation>A máquina %1 não é conhecida onde a ferramenta rodou.</translation>
    </message>
    <message>
        <source>EPMD on %1 did not answer: %2</source>
        <translation>O EPMD em %1 não respondeu: %2</translation>
    </message>
    <message>
        <source>EPMD answers, and has no node %1.</source>
        <translation>O EPMD responde, e não tem nenhum nó %1.</translation>
    </message>
    <message>
        <source>The node that answers calls itself otherwise than the tool called it. A node must be called exactly as it calls itself, host part included.</source>
        <translation>O nó que responde se chama de outra forma que não a usada pela ferramenta. Um nó precisa ser chamado exatamente como ele se chama, inclusive a parte da máquina.</translation>
    </message>
    <message>
        <source>The node’s port answers, and the handshake failed. The lines after this one may say more.</source>
        <translation>A porta do nó responde, e o handshake falhou. As linhas depois desta podem dizer mais.</translation>
    </message>
    <message>
        <source>EPMD told the node’s port, and that port does not answer: %1</source>
        <translation>O EPMD informou a porta do nó, e essa porta não responde: %1</translation>
    </message>
    <message>
        <source>DNS has no record for %1, from which the cluster’s nodes were to be learned.</source>
        <translation>O DNS não tem registro para %1, de onde se deviam conhecer os nós do cluster.</translation>
    </message>
    <message>
        <source>this node</source>
        <translation>este nó</translation>
    </message>
    <message>
        <source>the other node</source>
        <translation>o outro nó</translation>
    </message>
</context>
<context>
    <name>MatrixWords</name>
    <message>
        <source>%1 says that it is connected to %2</source>
        <translation>%1 diz que está conectado a %2</translation>
    </message>
    <message>
        <source>%1 says that it is connected to %2, hidden</source>
        <translation>%1 diz que está conectado a %2, de forma oculta</translation>
    </message>
    <message>
        <source>%1 is setting up a connection to %2</source>
        <translation>%1 está estabelecendo uma conexão com %2</translation>
    </message>
    <message>
        <source>%1 says that it is not connected to %2</source>
        <translation>%1 diz que não está conectado a %2</translation>
    </message>
    <message>
        <source>the last attempt between %1 and %2 failed</source>
        <translation>a última tentativa entre %1 e %2 falhou</translation>
    </message>
    <message>
        <source>%1 has not told whether it is connected to %2</source>
        <translation>%1 não disse se está conectado a %2</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>ele mesmo</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>não informado</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>não conectado</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculta</translation>
    </message>
    <message>
        <source>being set up</source>
        <translation>sendo estabelecida</translation>
    </message>
    <message>
        <source>only the other end sees it</source>
        <translation>só a outra ponta a vê</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>sent by the other node</source>
        <translation>enviada pelo outro nó</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregue</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recebida</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondida</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>call</source>
        <translation>chamada</translation>
    </message>
    <message>
        <source>cast</source>
        <translation>cast</translation>
    </message>
    <message>
        <source>function</source>
        <translation>função</translation>
    </message>
    <message>
        <source>exit signal</source>
        <translation>sinal de saída</translation>
    </message>
    <message>
        <source>monitor</source>
        <translation>monitor</translation>
    </message>
    <message>
        <source>link</source>
        <translation>conexão</translation>
    </message>
    <message>
        <source>message</source>
        <translation>mensagem</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 em %2</translation>
    </message>
    <message>
        <source>other processes</source>
        <translation>outros processos</translation>
    </message>
    <message>
        <source>all processes</source>
        <translation>todos os processos</translation>
    </message>
    <message>
        <source>process not known</source>
        <translation>processo desconhecido</translation>
    </message>
    <message>
        <source>it did not arrive</source>
        <translation>não chegou</translation>
    </message>
    <message>
        <source>it failed: %1</source>
        <translation>falhou: %1</translation>
    </message>
    <message>
        <source>it arrived</source>
        <translation>chegou</translation>
    </message>
    <message>
        <source>it arrived (%1)</source>
        <translation>chegou (%1)</translation>
    </message>
    <message>
        <source>it arrived, since it was answered</source>
        <translation>chegou, pois foi respondida</translation>
    </message>
    <message>
        <source>whether it arrived is not known: a message has no receipt</source>
        <translation>não se sabe se chegou: uma mensagem não tem recibo</translation>
    </message>
    <message>
        <source>%1 sent to %2</source>
        <translation>%1 enviou a %2</translation>
    </message>
    <message>
        <source>%1 sent to %2, over the link of its own</source>
        <translation>%1 enviou a %2, pela sua própria conexão</translation>
    </message>
    <message>
        <source>what %1 sent has reached %2</source>
        <translation>o que %1 enviou chegou a %2</translation>
    </message>
    <message>
        <source>%2 received from %1</source>
        <translation>%2 recebeu de %1</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <translation>%1 respondeu a %2</translation>
    </message>
    <message>
        <source>from %1 to %2: %3</source>
        <translation>de %1 a %2: %3</translation>
    </message>
    <message>
        <source>there is no link to the node</source>
        <translation>não há conexão com o nó</translation>
    </message>
    <message>
        <source>there is no such process (noproc)</source>
        <translation>esse processo não existe (noproc)</translation>
    </message>
    <message>
        <source>the link was lost (noconnection)</source>
        <translation>a conexão foi perdida (noconnection)</translation>
    </message>
    <message>
        <source>no answer came in time (timeout)</source>
        <translation>nenhuma resposta veio a tempo (timeout)</translation>
    </message>
    <message>
        <source>before it: may have led to it</source>
        <translation>antes dela: pode ter levado a ela</translation>
    </message>
    <message>
        <source>after it: may follow from it</source>
        <translation>depois dela: pode decorrer dela</translation>
    </message>
    <message>
        <source>concurrent: no order is known</source>
        <translation>concorrente: nenhuma ordem é conhecida</translation>
    </message>
    <message>
        <source>the process was there afterwards</source>
        <translation>o processo estava lá depois</translation>
    </message>
</context>
<context>
    <name>NextTests</name>
    <message>
        <source>If it runs, wait a few seconds and try again: nodes of OTP 25 or later register again by themselves after EPMD was restarted. If epmd is younger than the node (ps -eo lstart,args), EPMD has forgotten it.</source>
        <translation>Se estiver em execução, espere alguns segundos e tente de novo: nós de OTP 25 em diante se registram de novo sozinhos depois que o EPMD é reiniciado. Se o epmd for mais novo que o nó (ps -eo lstart,args), o EPMD o esqueceu.</translation>
    </message>
    <message>
        <source>If it runs, look for -dist_listen false in its command line or vm.args.</source>
        <translation>Se estiver em execução, procure -dist_listen false na sua linha de comando ou no vm.args.</translation>
    </message>
    <message>
        <source>Look in its command line for -start_epmd false, -erl_epmd_port or -epmd_module: then it does without EPMD, and is dialled at its own port (--dist-port).</source>
        <translation>Procure na sua linha de comando -start_epmd false, -erl_epmd_port ou -epmd_module: então ele dispensa o EPMD, e é chamado na sua própria porta (--dist-port).</translation>
    </message>
    <message>
        <source>On %1 itself, connect to the node’s port: if that works, something between here and there refuses it.</source>
        <translation>Na própria %1, conecte-se à porta do nó: se funcionar, algo entre aqui e lá a recusa.</translation>
    </message>
    <message>
        <source>On %1, see who listens at the port that EPMD names: ss -ltnp. If nobody does, the entry is a leftover, or the node lives in another container or network.</source>
        <translation>Em %1, veja quem escuta na porta que o EPMD informa: ss -ltnp. Se ninguém escuta, o registro é um resto, ou o nó vive em outro contêiner ou rede.</translation>
    </message>
    <message>
        <source>See whether the host can be reached at all: ping %1, and what its name leads to: getent ahosts %1.</source>
        <translation>Veja se a máquina chega a ser alcançada: ping %1, e aonde leva o nome dela: getent ahosts %1.</translation>
    </message>
    <message>
        <source>On %1, see at which addresses the node listens: ss -ltn. And look for -proto_dist inet6_tcp in its command line.</source>
        <translation>Em %1, veja em que endereços o nó escuta: ss -ltn. E procure -proto_dist inet6_tcp na sua linha de comando.</translation>
    </message>
    <message>
        <source>On %1, see which program holds the port: ss -ltnp.</source>
        <translation>Em %1, veja que programa ocupa a porta: ss -ltnp.</translation>
    </message>
    <message>
        <source>Look for -proto_dist inet_tls in the node’s command line, and try with --tls-optfile.</source>
        <translation>Procure -proto_dist inet_tls na linha de comando do nó, e tente com --tls-optfile.</translation>
    </message>
    <message>
        <source>Look into the node’s log for a TLS alert: it names what was wrong with the certificate.</source>
        <translation>Procure um alerta TLS no log do nó: ele diz o que havia de errado com o certificado.</translation>
    </message>
    <message>
        <source>Try again in a moment: a second attempt under way passes. On the node, nodes(known) shows who holds the name.</source>
        <translation>Tente de novo daqui a pouco: uma segunda tentativa em andamento passa. No nó, nodes(known) mostra quem ocupa o nome.</translation>
    </message>
    <message>
        <source>On %1, see whether the emulator runs: a state T in ps -o stat means that it is stopped. Its shell or rpc must answer.</source>
        <translation>Em %1, veja se o emulador está em execução: um estado T em ps -o stat significa que ele está parado. O shell ou o rpc dele precisa responder.</translation>
    </message>
    <message>
        <source>In the node’s own shell: erlang:process_info(whereis(net_kernel), [message_queue_len, current_stacktrace]). A queue that grows means that net_kernel hangs.</source>
        <translation>No shell do próprio nó: erlang:process_info(whereis(net_kernel), [message_queue_len, current_stacktrace]). Uma fila que cresce significa que o net_kernel está travado.</translation>
    </message>
    <message>
        <source>See whether a proxy of a service mesh (Istio, Linkerd) takes the connections: the port of EPMD and the node’s must be excluded from it.</source>
        <translation>Veja se um proxy de uma service mesh (Istio, Linkerd) toma as conexões: a porta do EPMD e a do nó precisam ser excluídas dela.</translation>
    </message>
    <message>
        <source>Compare the cookies by a digest on both nodes: erlang:phash2(erlang:get_cookie()).</source>
        <translation>Compare os cookies por um digest nos dois nós: erlang:phash2(erlang:get_cookie()).</translation>
    </message>
    <message>
        <source>In the node’s own shell: erlang:get_cookie(). Compare it with what vm.args says.</source>
        <translation>No shell do próprio nó: erlang:get_cookie(). Compare com o que diz o vm.args.</translation>
    </message>
    <message>
        <source>In the node’s own shell: net_kernel:allowed().</source>
        <translation>No shell do próprio nó: net_kernel:allowed().</translation>
    </message>
    <message>
        <source>Compare the releases: erlang:system_info(otp_release).</source>
        <translation>Compare as versões: erlang:system_info(otp_release).</translation>
    </message>
    <message>
        <source>Ask for the name as the system does: getent hosts %1, and on another machine.</source>
        <translation>Pergunte pelo nome como o sistema faz: getent hosts %1, e também em outra máquina.</translation>
    </message>
    <message>
        <source>Compare hostname -f with the hosts file: the machine’s own name must lead to an address that it has.</source>
        <translation>Compare hostname -f com o arquivo hosts: o nome da própria máquina precisa levar a um endereço que ela tenha.</translation>
    </message>
    <message>
        <source>Ask DNS itself: dig +short %1, and kubectl get service: clusterIP must be None.</source>
        <translation>Pergunte ao próprio DNS: dig +short %1, e kubectl get service: clusterIP precisa ser None.</translation>
    </message>
    <message>
        <source>Try with the cookie: --cookie-file, or the cookie’s field in the window.</source>
        <translation>Tente com o cookie: --cookie-file, ou o campo do cookie na janela.</translation>
    </message>
    <message>
        <source>On %1, see whether the node runs: pgrep -af beam. If %2 is not among what it shows, the node is down or has another name. If it is, and its -epmd_port (without one: 4369) is not %3, it is registered at that other EPMD: epmd -port THAT_PORT -names.</source>
        <translation>Em %1, veja se o nó está em execução: pgrep -af beam. Se %2 não estiver no que ele mostra, o nó está fora do ar ou tem outro nome. Se estiver, e o -epmd_port dele (sem ele: 4369) não for %3, o nó está registrado nesse outro EPMD: epmd -port ESSA_PORTA -names.</translation>
    </message>
    <message>
        <source>On %1 itself, run %2: if it lists the node there and nobody from here, something stands between.</source>
        <translation>Na própria %1, rode %2: se ele lista o nó lá e não daqui, há algo no caminho.</translation>
    </message>
    <message>
        <source>On %1 itself, run %2: if it answers there, a firewall stands between.</source>
        <translation>Na própria %1, rode %2: se ele responde lá, há um firewall no caminho.</translation>
    </message>
</context>
<context>
    <name>PracticeDialog</name>
    <message>
        <source>Practice cluster</source>
        <translation>Cluster de prática</translation>
    </message>
    <message>
        <source>Practice nodes live inside this program and speak the real protocol on this machine. No Erlang is needed; a real erl or iex can join them.</source>
        <translation>Os nós de prática vivem dentro deste programa e falam o protocolo real nesta máquina. Não é preciso ter Erlang; um erl ou iex de verdade pode entrar.</translation>
    </message>
    <message>
        <source>&amp;Number of nodes</source>
        <translation>&amp;Número de nós</translation>
    </message>
    <message>
        <source>One of them &amp;hidden</source>
        <translation>Um deles &amp;oculto</translation>
    </message>
    <message>
        <source>Hidden nodes connect without becoming part of the mesh</source>
        <translation>Nós ocultos se conectam sem fazer parte da malha</translation>
    </message>
    <message>
        <source>One of them with another &amp;cookie, so that a mismatch is on show</source>
        <translation>Um deles com outro &amp;cookie, para mostrar uma divergência</translation>
    </message>
    <message>
        <source>The practice cluster that runs now is stopped first.</source>
        <translation>O cluster de prática em execução será encerrado antes.</translation>
    </message>
    <message>
        <source>2 to 50</source>
        <translation>de 2 a 50</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferências</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Aparência</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clara</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escura</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Tamanho do texto</translation>
    </message>
    <message>
        <source>&amp;Reduce motion</source>
        <translation>&amp;Reduzir movimento</translation>
    </message>
    <message>
        <source>Nodes and links appear and leave without animation</source>
        <translation>Nós e conexões aparecem e somem sem animação</translation>
    </message>
    <message>
        <source>Hosts that you agreed to dial, and recent nodes, are remembered by name. Cookies never are.</source>
        <translation>As máquinas que você aceitou chamar e os nós recentes são lembrados pelo nome. Os cookies, nunca.</translation>
    </message>
    <message>
        <source>&amp;Forget Them</source>
        <translation>&amp;Esquecer</translation>
    </message>
    <message>
        <source>Announce</source>
        <translation>Anunciar</translation>
    </message>
    <message>
        <source>Net &amp;splits</source>
        <translation>Divisões da r&amp;ede</translation>
    </message>
    <message>
        <source>&amp;Heals and returns</source>
        <translation>Recone&amp;xões e nós que voltam</translation>
    </message>
    <message>
        <source>&amp;Nodes that are lost</source>
        <translation>&amp;Nós perdidos</translation>
    </message>
    <message>
        <source>Fla&amp;pping</source>
        <translation>&amp;Oscilações</translation>
    </message>
</context>
<context>
    <name>PrintedPage</name>
    <message>
        <source>Practice cluster</source>
        <translation>Cluster de prática</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n nó</numerusform>
            <numerusform>%n nós</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n conexão</numerusform>
            <numerusform>%n conexões</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n com falha</numerusform>
            <numerusform>%n com falha</numerusform>
        </translation>
    </message>
    <message>
        <source>from a recording</source>
        <translation>de uma gravação</translation>
    </message>
</context>
<context>
    <name>Render</name>
    <message>
        <source>the practice cluster did not start: %1 %2</source>
        <translation>o cluster de prática não iniciou: %1 %2</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>não há memória suficiente para isso</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>não foi possível gravar %1: %2</translation>
    </message>
    <message>
        <source>%1 was not reached: %2</source>
        <translation>%1 não foi alcançado: %2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>this program</source>
        <translation>este programa</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredito</translation>
    </message>
    <message>
        <source>%1 can be connected.</source>
        <translation>É possível conectar-se a %1.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidatas</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Escada</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>Degrau</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidências</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versões</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Missing flags</source>
        <translation>Flags que faltam</translation>
    </message>
    <message>
        <source>Creation</source>
        <translation>Creation</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Recursos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>explains it</source>
        <translation>explica</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>difere</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Após</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>O que fazer</translation>
    </message>
    <message>
        <source>What would tell more</source>
        <translation>O que esclareceria mais</translation>
    </message>
    <message>
        <source>Why %1 and %2 do not connect</source>
        <translation>Por que %1 e %2 não se conectam</translation>
    </message>
    <message>
        <source>%1 and %2 connect</source>
        <translation>%1 e %2 se conectam</translation>
    </message>
</context>
<context>
    <name>SequencePainter</name>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n flag</numerusform>
            <numerusform>%n flags</numerusform>
        </translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>alterado: %1</translation>
    </message>
    <message>
        <source>closed after %1</source>
        <translation>fechado após %1</translation>
    </message>
    <message>
        <source>closed after %1, instead of %2</source>
        <translation>fechado após %1, em vez de %2</translation>
    </message>
    <message>
        <source>silent for %1, instead of %2</source>
        <translation>em silêncio por %1, em vez de %2</translation>
    </message>
    <message>
        <source>connected: frames, with four bytes of length as before</source>
        <translation>conectados: quadros, com quatro bytes de tamanho como antes</translation>
    </message>
    <message>
        <source>connected: from here on, four bytes of length instead of two</source>
        <translation>conectados: daqui em diante, quatro bytes de tamanho em vez de dois</translation>
    </message>
    <message>
        <source>Connected: from here on, four bytes of length.</source>
        <translation>Conectados: daqui em diante, quatro bytes de tamanho.</translation>
    </message>
    <message>
        <source>sent: %1, %2</source>
        <translation>enviado: %1, %2</translation>
    </message>
    <message>
        <source>received: %1, %2</source>
        <translation>recebido: %1, %2</translation>
    </message>
    <message>
        <source>waits: %1, %2</source>
        <translation>espera: %1, %2</translation>
    </message>
    <message>
        <source>closed after %1; %2 unsent</source>
        <translation>fechou após %1; %2 não enviada</translation>
    </message>
</context>
<context>
    <name>SessionState</name>
    <message>
        <source>live</source>
        <translation>ao vivo</translation>
    </message>
    <message>
        <source>past</source>
        <translation>passado</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>reprodução</translation>
    </message>
    <message>
        <source>simulation</source>
        <translation>simulação</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>não conectado</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>all</source>
        <comment>nodes are allowed</comment>
        <translation>todos</translation>
    </message>
    <message>
        <source>any</source>
        <comment>port</comment>
        <translation>qualquer</translation>
    </message>
    <message>
        <source>none</source>
        <comment>flags are missing</comment>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>responde</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>silencioso</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>link</comment>
        <translation>oculto</translation>
    </message>
    <message>
        <source>up</source>
        <comment>link</comment>
        <translation>ativo</translation>
    </message>
    <message>
        <source>absent</source>
        <comment>link</comment>
        <translation>ausente</translation>
    </message>
    <message>
        <source>not listed</source>
        <translation>não listado</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>inacessível</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>porta %1</translation>
    </message>
    <message>
        <source>no cacertfile</source>
        <translation>sem cacertfile</translation>
    </message>
    <message>
        <source>the same cookie</source>
        <translation>o mesmo cookie</translation>
    </message>
    <message>
        <source>cookie %1 of 2 different ones</source>
        <translation>cookie %1 de 2 diferentes</translation>
    </message>
</context>
<context>
    <name>StoryText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%1 lost %2 at %3, and global disconnected %n more to prevent overlapping partitions</source>
        <translation>
            <numerusform>%1 perdeu %2 às %3, e o global desconectou mais %n para evitar partições sobrepostas</numerusform>
            <numerusform>%1 perdeu %2 às %3, e o global desconectou mais %n para evitar partições sobrepostas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lost the other %n at %2</source>
        <translation>
            <numerusform>%1 perdeu %n outro às %2</numerusform>
            <numerusform>%1 perdeu os outros %n às %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the cluster fell into %n parts at %1</source>
        <translation>
            <numerusform>o cluster caiu em %n parte às %1</numerusform>
            <numerusform>o cluster caiu em %n partes às %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the link of %1 and %2 went %n times since %3</source>
        <translation>
            <numerusform>a ligação de %1 e %2 caiu %n vez desde %3</numerusform>
            <numerusform>a ligação de %1 e %2 caiu %n vezes desde %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 went %n times since %2</source>
        <translation>
            <numerusform>%1 caiu %n vez desde %2</numerusform>
            <numerusform>%1 caiu %n vezes desde %2</numerusform>
        </translation>
    </message>
    <message>
        <source>healed after %1</source>
        <translation>curado depois de %1</translation>
    </message>
    <message>
        <source>back after %1</source>
        <translation>de volta depois de %1</translation>
    </message>
    <message>
        <source>quiet since %1</source>
        <translation>quieto desde %1</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n nó</numerusform>
            <numerusform>%n nós</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes on %1</source>
        <translation>
            <numerusform>%n nó em %1</numerusform>
            <numerusform>%n nós em %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 went at %2</source>
        <translation>%1 caiu às %2</translation>
    </message>
</context>
<context>
    <name>TermFiles</name>
    <message>
        <source>Term</source>
        <translation>Termo</translation>
    </message>
    <message>
        <source>Erlang (*.erl *.term)</source>
        <translation>Erlang (*.erl *.term)</translation>
    </message>
    <message>
        <source>Elixir (*.exs)</source>
        <translation>Elixir (*.exs)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>External Term Format (*.etf)</source>
        <translation>Formato externo de termos (*.etf)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 não pode ser lido: %2</translation>
    </message>
    <message>
        <source>%1 is larger than %2.</source>
        <translation>%1 é maior que %2.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Linha %1, coluna %2: %3</translation>
    </message>
    <message>
        <source>Save Term</source>
        <translation>Salvar termo</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 não pode ser gravado: %2</translation>
    </message>
    <message>
        <source>Open Term</source>
        <translation>Abrir termo</translation>
    </message>
    <message>
        <source>Terms (*.erl *.term *.config *.ex *.exs *.etf *.bin);;All files (*)</source>
        <translation>Termos (*.erl *.term *.config *.ex *.exs *.etf *.bin);;Todos os arquivos (*)</translation>
    </message>
</context>
<context>
    <name>TermWords</name>
    <message>
        <source>integer</source>
        <translation>inteiro</translation>
    </message>
    <message numerus="yes">
        <source>large integer, %n byte(s)</source>
        <translation>
            <numerusform>inteiro grande, %n byte</numerusform>
            <numerusform>inteiro grande, %n bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>float</source>
        <translation>ponto flutuante</translation>
    </message>
    <message>
        <source>atom</source>
        <translation>átomo</translation>
    </message>
    <message>
        <source>empty list</source>
        <translation>lista vazia</translation>
    </message>
    <message numerus="yes">
        <source>list of %n</source>
        <translation>
            <numerusform>lista de %n</numerusform>
            <numerusform>lista de %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>improper list of %n</source>
        <translation>
            <numerusform>lista imprópria de %n</numerusform>
            <numerusform>lista imprópria de %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tuple of %n</source>
        <translation>
            <numerusform>tupla de %n</numerusform>
            <numerusform>tupla de %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>map of %n</source>
        <translation>
            <numerusform>mapa de %n</numerusform>
            <numerusform>mapa de %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>binary, %n byte(s)</source>
        <translation>
            <numerusform>binário, %n byte</numerusform>
            <numerusform>binário, %n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bitstring, %n bit(s)</source>
        <translation>
            <numerusform>bitstring, %n bit</numerusform>
            <numerusform>bitstring, %n bits</numerusform>
        </translation>
    </message>
    <message>
        <source>pid</source>
        <translation>pid</translation>
    </message>
    <message>
        <source>port</source>
        <translation>porta</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>referência</translation>
    </message>
    <message>
        <source>function</source>
        <translation>função</translation>
    </message>
    <message numerus="yes">
        <source>record of %n</source>
        <translation>
            <numerusform>registro de %n</numerusform>
            <numerusform>registro de %n</numerusform>
        </translation>
    </message>
    <message>
        <source>These bytes are no term: at byte %1, %2.</source>
        <translation>Estes bytes não são um termo: no byte %1, %2.</translation>
    </message>
    <message>
        <source>byte %1 of %2</source>
        <translation>byte %1 de %2</translation>
    </message>
    <message>
        <source>bytes %1 to %2 of %3</source>
        <translation>bytes %1 a %2 de %3</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>mudou</translation>
    </message>
    <message>
        <source>only left</source>
        <translation>só à esquerda</translation>
    </message>
    <message>
        <source>only right</source>
        <translation>só à direita</translation>
    </message>
</context>
<context>
    <name>VisitText</name>
    <message>
        <source>the default</source>
        <translation>o padrão</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>para %1</translation>
    </message>
    <message>
        <source>The caller speaks TLS, and this port is plain.</source>
        <translation>Quem chama fala TLS, e esta porta não.</translation>
    </message>
    <message>
        <source>What called is no node.</source>
        <translation>Quem chamou não é um nó.</translation>
    </message>
    <message>
        <source>The caller has a cookie that you saved.</source>
        <translation>Quem chama tem um cookie que você guardou.</translation>
    </message>
    <message>
        <source>A call is under way.</source>
        <translation>Há uma chamada em andamento.</translation>
    </message>
    <message>
        <source>The caller has a cookie that you did not save.</source>
        <translation>Quem chama tem um cookie que você não guardou.</translation>
    </message>
    <message>
        <source>The caller dialled another name than this one.</source>
        <translation>Quem chama chamou outro nome que não este.</translation>
    </message>
    <message>
        <source>The caller said its name, and then nothing.</source>
        <translation>Quem chama disse seu nome, e depois nada.</translation>
    </message>
    <message>
        <source>%1 found its way here and proved a cookie by a digest, which was compared on this machine and kept nowhere. The call was then closed, so that no link comes about: at the caller it looks as with a wrong cookie, whichever it is.</source>
        <translation>%1 achou o caminho até aqui e provou um cookie com um digest, que foi comparado nesta máquina e não foi guardado. A chamada foi então fechada, para que não surja conexão: em quem chama parece um cookie errado, seja qual for.</translation>
    </message>
    <message>
        <source>%1 closed as soon as it had read the name %2. A node does so, without a word in its log, when it dialled another name: EPMD compares only what stands before the @.</source>
        <translation>%1 fechou assim que leu o nome %2. Um nó faz isso, sem nada no seu log, quando chamou outro nome: o EPMD só compara o que vem antes do @.</translation>
    </message>
    <message>
        <source>%1 lacks what every node since OTP 25 demands: %2. It was answered not_allowed, as such a node does.</source>
        <translation>Falta a %1 o que todo nó desde o OTP 25 exige: %2. Recebeu not_allowed, como faz um nó assim.</translation>
    </message>
    <message>
        <source>%1 calls under the very name of this post, and was answered nok, as a node does.</source>
        <translation>%1 chama com o próprio nome deste posto, e recebeu nok, como faz um nó.</translation>
    </message>
    <message>
        <source>%1 said its name, was answered, and sent no digest. It is frozen, or something between swallows what is said.</source>
        <translation>%1 disse seu nome, foi respondido, e não enviou digest. Está congelado, ou algo no caminho engole o que se diz.</translation>
    </message>
    <message>
        <source>%1 sent back a challenge of this post as its own: whoever signs that lets an intruder in. This post signs nothing.</source>
        <translation>%1 devolveu um desafio deste posto como se fosse seu: quem o assina deixa entrar um intruso. Este posto nada assina.</translation>
    </message>
    <message>
        <source>%1 said something that is not allowed at that point of the handshake.</source>
        <translation>%1 disse algo que não é permitido nesse ponto do handshake.</translation>
    </message>
    <message>
        <source>It was dropped to make room for newer callers.</source>
        <translation>Foi descartado para dar lugar a chamadas mais novas.</translation>
    </message>
    <message>
        <source>%1 ended the call in a way that says nothing more.</source>
        <translation>%1 encerrou a chamada de um modo que nada mais diz.</translation>
    </message>
    <message>
        <source>If it is a node, it was started with -proto_dist inet_tls, and takes this post for one as well. A node that is plain is silent to it for seven seconds, and neither logs a word.</source>
        <translation>Se for um nó, foi iniciado com -proto_dist inet_tls, e toma este posto por outro igual. Um nó sem TLS fica mudo para ele por sete segundos, e nenhum dos dois registra nada.</translation>
    </message>
    <message>
        <source>It speaks another protocol: a health check, a browser or a scanner.</source>
        <translation>Fala outro protocolo: uma verificação de saúde, um navegador ou um scanner.</translation>
    </message>
    <message>
        <source>Its bytes are no message of a node: a scanner, a service mesh or another program.</source>
        <translation>Seus bytes não são mensagem de um nó: um scanner, uma service mesh ou outro programa.</translation>
    </message>
    <message>
        <source>It connected and closed without a byte, as port scans, load balancers and people with telnet do. A node says its name at once.</source>
        <translation>Conectou-se e fechou sem um byte, como fazem varreduras de portas, balanceadores e pessoas com telnet. Um nó diz seu nome logo.</translation>
    </message>
    <message>
        <source>It connected and said nothing. A node says its name at once, unless it freezes in that very moment.</source>
        <translation>Conectou-se e nada disse. Um nó diz seu nome logo, a menos que congele nesse exato momento.</translation>
    </message>
    <message>
        <source>A node of OTP 26 or later refuses it, since it lacks %1.</source>
        <translation>Um nó de OTP 26 em diante o recusa, pois lhe falta %1.</translation>
    </message>
    <message>
        <source>something that speaks TLS</source>
        <translation>algo que fala TLS</translation>
    </message>
    <message>
        <source>something that speaks HTTP</source>
        <translation>algo que fala HTTP</translation>
    </message>
    <message>
        <source>something that speaks SSH</source>
        <translation>algo que fala SSH</translation>
    </message>
    <message>
        <source>something that is no node</source>
        <translation>algo que não é um nó</translation>
    </message>
    <message>
        <source>a port scan or health check</source>
        <translation>uma varredura de portas ou verificação de saúde</translation>
    </message>
    <message>
        <source>something that says nothing</source>
        <translation>algo que nada diz</translation>
    </message>
    <message>
        <source>A caller</source>
        <translation>Quem chama</translation>
    </message>
    <message>
        <source>A node on %1 that asks for a name</source>
        <translation>Um nó em %1 que pede um nome</translation>
    </message>
    <message>
        <source>It used the cookie that you call %1.</source>
        <translation>Usou o cookie que você chama de %1.</translation>
    </message>
    <message>
        <source>It used a cookie, and none is saved to compare with.</source>
        <translation>Usou um cookie, e não há nenhum guardado para comparar.</translation>
    </message>
    <message numerus="yes">
        <source>It used none of your %n cookie(s).</source>
        <translation>
            <numerusform>Não usou o seu %n cookie.</numerusform>
            <numerusform>Não usou nenhum dos seus %n cookies.</numerusform>
        </translation>
    </message>
    <message>
        <source>Certain: its digest is made with that cookie.</source>
        <translation>Certo: o digest dele é feito com esse cookie.</translation>
    </message>
    <message>
        <source>Certain: its digest is made with none of them.</source>
        <translation>Certo: o digest dele não é feito com nenhum deles.</translation>
    </message>
    <message>
        <source>Certain: %1.</source>
        <translation>Certo: %1.</translation>
    </message>
    <message>
        <source>Almost certain: %1.</source>
        <translation>Quase certo: %1.</translation>
    </message>
    <message>
        <source>The caller speaks without TLS, and this port is encrypted.</source>
        <translation>Quem chamou fala sem TLS, e esta porta é cifrada.</translation>
    </message>
    <message>
        <source>The caller and this post do not accept each other’s certificates.</source>
        <translation>Quem chamou e este posto não aceitam os certificados um do outro.</translation>
    </message>
    <message>
        <source>No encrypted connection with the caller came about.</source>
        <translation>Não se formou conexão cifrada com quem chamou.</translation>
    </message>
    <message>
        <source>What both sides offer does not fit: the versions, the suites, or the settings of one of them. The other nodes of the caller’s cluster refuse it for the same reason if this post has their options.</source>
        <translation>O que os dois lados oferecem não combina: as versões, as suítes ou os ajustes de um deles. Os outros nós do cluster de quem chamou a recusam pela mesma razão, se este posto tem as opções deles.</translation>
    </message>
    <message>
        <source>The caller refused the certificate that this post showed. It does so with other nodes too whose certificates have that issuer, host and purpose.</source>
        <translation>Quem chamou recusou o certificado que este posto mostrou. Fará o mesmo com outros nós cujos certificados tenham esse emissor, esse host e essa finalidade.</translation>
    </message>
    <message>
        <source>This post refused the caller’s certificate, as a node does that has the same options: see the evidence for what is wrong with it.</source>
        <translation>Este posto recusou o certificado de quem chamou, como faz um nó com as mesmas opções: veja na evidência o que há de errado com ele.</translation>
    </message>
    <message>
        <source>A node that was started without -proto_dist inet_tls. A node over TLS answers it with an alert, as this post did, which it takes for a closed connection.</source>
        <translation>Um nó iniciado sem -proto_dist inet_tls. Um nó sobre TLS lhe responde com um alerta, como fez este posto, e ele o toma por uma conexão fechada.</translation>
    </message>
    <message>
        <source>a node that speaks without TLS</source>
        <translation>um nó que fala sem TLS</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>This machine did not give us a port to listen at: %1</source>
        <translation>Esta máquina não nos deu uma porta onde escutar: %1</translation>
    </message>
    <message>
        <source>EPMD has a node of that name already. Choose another name; callers that know the port can come all the same.</source>
        <translation>O EPMD já tem um nó com esse nome. Escolha outro; quem souber a porta pode vir mesmo assim.</translation>
    </message>
    <message>
        <source>EPMD is gone. We register again as soon as it is back.</source>
        <translation>O EPMD sumiu. Registramos de novo assim que voltar.</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;Cluster</source>
        <translation>&amp;Cluster</translation>
    </message>
    <message>
        <source>&amp;Node</source>
        <translation>&amp;Nó</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>Cone&amp;xão</translation>
    </message>
    <message>
        <source>&amp;Term</source>
        <translation>&amp;Termo</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Exibir</translation>
    </message>
    <message>
        <source>&amp;Arrangement</source>
        <translation>&amp;Disposição</translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>Temp&amp;o</translation>
    </message>
    <message>
        <source>L&amp;earn</source>
        <translation>&amp;Aprender</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;juda</translation>
    </message>
    <message>
        <source>&amp;Doctor</source>
        <translation>&amp;Diagnóstico</translation>
    </message>
    <message>
        <source>Figure un&amp;der the Names</source>
        <translation>Valor so&amp;b os nomes</translation>
    </message>
    <message>
        <source>As&amp;k Nodes for Figures</source>
        <translation>Perguntar &amp;valores aos nós</translation>
    </message>
    <message>
        <source>Pla&amp;yback</source>
        <translation>&amp;Reprodução</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>V&amp;elocidade</translation>
    </message>
    <message>
        <source>&amp;Recordings</source>
        <translation>Gra&amp;vações</translation>
    </message>
    <message>
        <source>Rece&amp;nt Recordings</source>
        <translation>Gravações rece&amp;ntes</translation>
    </message>
    <message>
        <source>E&amp;xport and Print</source>
        <translation>E&amp;xportar e imprimir</translation>
    </message>
    <message>
        <source>&amp;Keep in the Inbox</source>
        <translation>&amp;Guardar na caixa de entrada</translation>
    </message>
</context>
<context>
    <name>WindowDocks</name>
    <message>
        <source>Nodes</source>
        <translation>Nós</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspetor</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Linha do tempo</translation>
    </message>
    <message>
        <source>Hide this pane (View menu brings it back)</source>
        <translation>Ocultar este painel (o menu Exibir o traz de volta)</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Caixa de entrada</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processos</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>not known yet</source>
        <translation>ainda não se sabe</translation>
    </message>
    <message>
        <source>Erlang or Elixir</source>
        <translation>Erlang ou Elixir</translation>
    </message>
    <message>
        <source>C or Java node</source>
        <translation>nó em C ou Java</translation>
    </message>
    <message>
        <source>practice node</source>
        <translation>nó de prática</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>este programa</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>não conectado</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>up</source>
        <translation>ativo</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>relatado</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>down</source>
        <translation>caído</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>esperado</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>silencioso</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>não observado</translation>
    </message>
    <message>
        <source>push</source>
        <translation>avisos do próprio nó</translation>
    </message>
    <message>
        <source>poll</source>
        <translation>consultas periódicas</translation>
    </message>
    <message>
        <source>hearsay</source>
        <translation>o que outros nós dizem</translation>
    </message>
    <message>
        <source>Nothing is known yet of what this node sees.</source>
        <translation>Ainda não se sabe nada do que este nó vê.</translation>
    </message>
    <message>
        <source>A small process on the node sends its events as they happen. It ends with our link.</source>
        <translation>Um pequeno processo no nó envia os eventos dele na hora em que acontecem. Ele termina com a nossa conexão.</translation>
    </message>
    <message>
        <source>The node cannot run our watcher, so it is asked at intervals which nodes it sees.</source>
        <translation>O nó não consegue executar o nosso observador; por isso, perguntamos a ele de tempos em tempos que nós ele vê.</translation>
    </message>
    <message>
        <source>The node does not answer questions. What is shown is what other nodes say of it.</source>
        <translation>O nó não responde a perguntas. O que se mostra é o que outros nós dizem dele.</translation>
    </message>
    <message>
        <source>connecting</source>
        <comment>link</comment>
        <translation>conectando</translation>
    </message>
    <message>
        <source>up</source>
        <comment>link</comment>
        <translation>ativa</translation>
    </message>
    <message>
        <source>one end only</source>
        <translation>só uma ponta</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>link</comment>
        <translation>falhou</translation>
    </message>
    <message>
        <source>down</source>
        <comment>link</comment>
        <translation>caída</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>não perguntado</translation>
    </message>
    <message>
        <source>does not see it</source>
        <translation>não a vê</translation>
    </message>
    <message>
        <source>setting up</source>
        <translation>estabelecendo</translation>
    </message>
    <message>
        <source>sees it</source>
        <translation>a vê</translation>
    </message>
    <message>
        <source>node up</source>
        <translation>nó ativo</translation>
    </message>
    <message>
        <source>node down</source>
        <translation>nó caído</translation>
    </message>
    <message>
        <source>discovered</source>
        <translation>descoberto</translation>
    </message>
    <message>
        <source>watching</source>
        <translation>observando</translation>
    </message>
    <message>
        <source>not watching</source>
        <translation>sem observar</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>event</comment>
        <translation>falhou</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recebida</translation>
    </message>
    <message>
        <source>acted</source>
        <translation>ação</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>%1 is connected to %2</source>
        <translation>%1 está conectado a %2</translation>
    </message>
    <message>
        <source>%1 lost %2</source>
        <translation>%1 perdeu %2</translation>
    </message>
    <message>
        <source>%1 lost %2 (%3)</source>
        <translation>%1 perdeu %2 (%3)</translation>
    </message>
    <message>
        <source>%1 was heard of</source>
        <translation>%1 foi descoberto</translation>
    </message>
    <message>
        <source>%1 is being watched (%2)</source>
        <translation>%1 está sendo observado (%2)</translation>
    </message>
    <message>
        <source>%1 is not watched any more</source>
        <translation>%1 não é mais observado</translation>
    </message>
    <message>
        <source>%1 could not connect to %2: %3</source>
        <translation>%1 não conseguiu se conectar a %2: %3</translation>
    </message>
    <message>
        <source>a message went from %1 to %2</source>
        <translation>uma mensagem foi de %1 para %2</translation>
    </message>
    <message>
        <source>a message from %1 arrived</source>
        <translation>chegou uma mensagem de %1</translation>
    </message>
    <message>
        <source>done on %1: %2</source>
        <translation>feito em %1: %2</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>prática</translation>
    </message>
    <message>
        <source>%1 was heard of (%2)</source>
        <translation>%1 foi descoberto (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n more message(s), which stand in the chart of messages only</source>
        <translation>
            <numerusform>mais %n mensagem, que está só no diagrama de mensagens</numerusform>
            <numerusform>mais %n mensagens, que estão só no diagrama de mensagens</numerusform>
        </translation>
    </message>
    <message>
        <source>a message from %1 to %2 failed: %3</source>
        <translation>uma mensagem de %1 a %2 falhou: %3</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::AboutDialog</name>
    <message>
        <source>About Nodescope</source>
        <translation>Sobre o Nodescope</translation>
    </message>
    <message>
        <source>See, explain and shape Erlang and Elixir clusters. Nodescope joins a cluster by speaking the distribution protocol itself.</source>
        <translation>Veja, explique e molde clusters Erlang e Elixir. O Nodescope entra em um cluster falando ele mesmo o protocolo de distribuição.</translation>
    </message>
    <message>
        <source>On your nodes it leaves nothing behind: it connects as a hidden node under a name that each node gives it, watches through one small process that ends with the connection, and never changes a cookie.</source>
        <translation>Nos seus nós ele não deixa nada para trás: conecta-se como nó oculto com um nome que cada nó lhe dá, observa por meio de um pequeno processo que termina com a conexão e nunca altera um cookie.</translation>
    </message>
    <message>
        <source>Licence: Apache-2.0. Made with Qt %1.</source>
        <translation>Licença: Apache-2.0. Feito com Qt %1.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ActingActions</name>
    <message>
        <source>&amp;Allow Acting on This Cluster</source>
        <translation>Permitir &amp;ações neste cluster</translation>
    </message>
    <message>
        <source>Lets this program connect, disconnect and send on nodes that are not practice nodes; each act still says what will run where, and asks</source>
        <translation>Permite que este programa conecte, desconecte e envie em nós que não são de prática; cada ação ainda diz o que será executado e onde, e pergunta</translation>
    </message>
    <message>
        <source>There is no live cluster to act on</source>
        <translation>Não há cluster ao vivo sobre o qual agir</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::AddSourceDialog</name>
    <message>
        <source>Add a source</source>
        <translation>Adicionar uma fonte</translation>
    </message>
    <message>
        <source>EPMD of a host</source>
        <translation>EPMD de um host</translation>
    </message>
    <message>
        <source>EPMD of the hosts in a file</source>
        <translation>EPMD dos hosts de um arquivo</translation>
    </message>
    <message>
        <source>DNS: A records</source>
        <translation>DNS: registros A</translation>
    </message>
    <message>
        <source>DNS: AAAA records</source>
        <translation>DNS: registros AAAA</translation>
    </message>
    <message>
        <source>DNS: SRV records</source>
        <translation>DNS: registros SRV</translation>
    </message>
    <message>
        <source>libcluster&apos;s gossip</source>
        <translation>gossip da libcluster</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Name to look up</source>
        <translation>Nome a consultar</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Nodes&apos; name before @</source>
        <translation>Nome dos nós antes do @</translation>
    </message>
    <message>
        <source>Name server</source>
        <translation>Servidor de nomes</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Interface</translation>
    </message>
    <message>
        <source>File with the secret</source>
        <translation>Arquivo com o segredo</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>o do sistema</translation>
    </message>
    <message>
        <source>the system&apos;s choice</source>
        <translation>à escolha do sistema</translation>
    </message>
    <message>
        <source>none: not encrypted</source>
        <translation>nenhum: sem criptografia</translation>
    </message>
    <message>
        <source>Each record is a node, as libcluster&apos;s DNS strategies have it: the name before @, and the address or target.</source>
        <translation>Cada registro é um nó, como nas estratégias DNS da libcluster: o nome antes do @ e o endereço ou destino.</translation>
    </message>
    <message>
        <source>Only listens. Whoever can send to the group can name any node: what is heard is shown, and nobody is connected to.</source>
        <translation>Apenas escuta. Quem pode enviar ao grupo pode citar qualquer nó: o que se ouve é mostrado, e não se conecta a ninguém.</translation>
    </message>
    <message>
        <source>Asks which names are registered, every five seconds.</source>
        <translation>Pergunta que nomes estão registrados, a cada cinco segundos.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ApplicationActions</name>
    <message>
        <source>P&amp;references…</source>
        <translation>P&amp;referências…</translation>
    </message>
    <message>
        <source>Appearance, language, text size, motion</source>
        <translation>Aparência, idioma, tamanho do texto, movimento</translation>
    </message>
    <message>
        <source>Command &amp;Palette…</source>
        <translation>&amp;Paleta de comandos…</translation>
    </message>
    <message>
        <source>Finds any command by its name</source>
        <translation>Encontra qualquer comando pelo nome</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Sair</translation>
    </message>
    <message>
        <source>Leaves all nodes and ends the program</source>
        <translation>Deixa todos os nós e encerra o programa</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::BytesView</name>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>There are none</source>
        <translation>Não há nenhum</translation>
    </message>
    <message>
        <source>Byte %1 of %2: %3</source>
        <translation>Byte %1 de %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) marked: %1</source>
        <translation>
            <numerusform>%n byte marcado: %1</numerusform>
            <numerusform>%n bytes marcados: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::CandidatesPanel</name>
    <message>
        <source>It is one of these, the likeliest first</source>
        <translation>É uma destas, a mais provável primeiro</translation>
    </message>
    <message>
        <source>What would tell</source>
        <translation>O que esclareceria</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ChangesStrip</name>
    <message>
        <source>Nothing has changed since %1.</source>
        <translation>Nada mudou desde %1.</translation>
    </message>
    <message>
        <source>What has changed since %1</source>
        <translation>O que mudou desde %1</translation>
    </message>
    <message>
        <source>better</source>
        <translation>melhor</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>diferente</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Digite um comando</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Comandos encontrados</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::CompareDialog</name>
    <message>
        <source>the whole</source>
        <translation>o todo</translation>
    </message>
    <message>
        <source>Compare Two Terms</source>
        <translation>Comparar dois termos</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferenças</translation>
    </message>
    <message>
        <source>Syntax</source>
        <translation>Sintaxe</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>The two terms are the same.</source>
        <translation>Os dois termos são iguais.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n difference(s); the first are shown.</source>
        <translation>
            <numerusform>Mais de %n diferença; as primeiras são mostradas.</numerusform>
            <numerusform>Mais de %n diferenças; as primeiras são mostradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n diferença</numerusform>
            <numerusform>%n diferenças</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ComparisonView</name>
    <message>
        <source>Two handshakes compared</source>
        <translation>Dois handshakes comparados</translation>
    </message>
    <message>
        <source>Message and field</source>
        <translation>Mensagem e campo</translation>
    </message>
    <message>
        <source>never came</source>
        <translation>nunca chegou</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>iguais</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) differ</source>
        <translation>
            <numerusform>%n campo difere</numerusform>
            <numerusform>%n campos diferem</numerusform>
        </translation>
    </message>
    <message>
        <source>Another one each time</source>
        <translation>Outro a cada vez</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Como terminou</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ComposeField</name>
    <message>
        <source>Syntax</source>
        <translation>Sintaxe</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Termo</translation>
    </message>
    <message>
        <source>Click a byte to select its value in the text</source>
        <translation>Clique em um byte para selecionar seu valor no texto</translation>
    </message>
    <message>
        <source>This is data; a call names module and function, as in the example.</source>
        <translation>Isto é um dado; uma chamada nomeia módulo e função, como no exemplo.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Linha %1, coluna %2: %3</translation>
    </message>
    <message>
        <source>self() becomes the process that sends: the bytes that are struck through stand in its place, and are not known before.</source>
        <translation>self() passa a ser o processo que envia: os bytes riscados estão no lugar dele e não são conhecidos antes.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ConfirmActDialog</name>
    <message>
        <source>Act on a live node</source>
        <translation>Agir em um nó ao vivo</translation>
    </message>
    <message>
        <source>This may take more links down than this one.</source>
        <translation>Isto pode derrubar mais conexões além desta.</translation>
    </message>
    <message>
        <source>Acting is off for this cluster. Going on turns it on until you turn it off in the Cluster menu; you will still be asked each time.</source>
        <translation>As ações estão desligadas neste cluster. Continuar as liga até que você as desligue no menu Cluster; ainda assim, você será consultado a cada vez.</translation>
    </message>
    <message>
        <source>This will run on %1:</source>
        <translation>Isto será executado em %1:</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>Allow acting and do it</source>
        <translation>Permitir ações e executar</translation>
    </message>
    <message>
        <source>When two nodes of a mesh lose each other, global then disconnects others as well. A mesh of three was seen to fall apart completely, without joining again by itself.</source>
        <translation>Quando dois nós de uma malha se perdem, o global então desconecta outros também. Já se viu uma malha de três se desfazer por completo, sem se juntar de novo sozinha.</translation>
    </message>
    <message>
        <source>The nodes have not told whether their global prevents overlapping partitions; since OTP 25 it does unless prevent_overlapping_partitions is false.</source>
        <translation>Os nós não disseram se o global deles evita partições sobrepostas; desde o OTP 25 ele evita, a menos que prevent_overlapping_partitions seja false.</translation>
    </message>
    <message>
        <source>%1 told that its global prevents overlapping partitions.</source>
        <translation>%1 disse que o global dele evita partições sobrepostas.</translation>
    </message>
    <message>
        <source>%1 and %2 told that their global prevents overlapping partitions.</source>
        <translation>%1 e %2 disseram que o global deles evita partições sobrepostas.</translation>
    </message>
    <message>
        <source>Have %1 dial us, and step through the handshake.</source>
        <translation>Fazer %1 discar para nós e percorrer o handshake passo a passo.</translation>
    </message>
    <message>
        <source>Step through a handshake with %1.</source>
        <translation>Percorrer passo a passo um handshake com %1.</translation>
    </message>
    <message>
        <source>Each message of ours waits until you send it, and you may change it. The node may log what it then reads. No link stays.</source>
        <translation>Cada mensagem nossa espera até que você a envie, e você pode alterá-la. O nó pode registrar em log o que então lê. Nenhuma conexão permanece.</translation>
    </message>
    <message>
        <source>If it is connected to us, this will run on it:</source>
        <translation>Se ele estiver conectado a nós, isto será executado nele:</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ConnectActions</name>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Conectar…</translation>
    </message>
    <message>
        <source>Connect to a node of an Erlang or Elixir cluster</source>
        <translation>Conectar a um nó de um cluster Erlang ou Elixir</translation>
    </message>
    <message>
        <source>What Runs on &amp;This Machine</source>
        <translation>O que roda nes&amp;ta máquina</translation>
    </message>
    <message>
        <source>Ask EPMD of this machine for its nodes again</source>
        <translation>Pergunta de novo ao EPMD desta máquina pelos seus nós</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ConnectDialog</name>
    <message>
        <source>Connect to a node</source>
        <translation>Conectar a um nó</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>listens at port %1</source>
        <translation>escuta na porta %1</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Perguntando…</translation>
    </message>
    <message>
        <source>List the nodes of the host, or type the node’s full name below.</source>
        <translation>Liste os nós da máquina ou digite abaixo o nome completo do nó.</translation>
    </message>
    <message>
        <source>EPMD answers, and no node is registered there.</source>
        <translation>O EPMD responde e nenhum nó está registrado lá.</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) registered, as of %1. EPMD knows only the part before the @.</source>
        <translation>
            <numerusform>%n nó registrado, às %1. O EPMD só conhece a parte antes do @.</numerusform>
            <numerusform>%n nós registrados, às %1. O EPMD só conhece a parte antes do @.</numerusform>
        </translation>
    </message>
    <message>
        <source>A node’s name has two parts: name@host.</source>
        <translation>O nome de um nó tem duas partes: nome@máquina.</translation>
    </message>
    <message>
        <source>A node’s name has one @ only.</source>
        <translation>O nome de um nó tem só um @.</translation>
    </message>
    <message>
        <source>Both parts are needed: name@host.</source>
        <translation>As duas partes são necessárias: nome@máquina.</translation>
    </message>
    <message>
        <source>No node can have this name.</source>
        <translation>Nenhum nó pode ter esse nome.</translation>
    </message>
    <message>
        <source>Choose a node, or type its name</source>
        <translation>Escolha um nó ou digite o nome dele</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::CookieField</name>
    <message>
        <source>The one stored for this node or its cluster</source>
        <translation>O que está guardado para este nó ou seu cluster</translation>
    </message>
    <message>
        <source>Type it</source>
        <translation>Digitar</translation>
    </message>
    <message>
        <source>Read it from a file</source>
        <translation>Ler de um arquivo</translation>
    </message>
    <message>
        <source>Cookie</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>Cookies are kept in memory until the program ends, and in no file.</source>
        <translation>Os cookies ficam na memória até o programa terminar, e em nenhum arquivo.</translation>
    </message>
    <message>
        <source>the cluster’s cookie</source>
        <translation>o cookie do cluster</translation>
    </message>
    <message>
        <source>Cookie, as typed</source>
        <translation>Cookie digitado</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Mostrar o que foi digitado</translation>
    </message>
    <message>
        <source>Show the cookie</source>
        <translation>Mostrar o cookie</translation>
    </message>
    <message>
        <source>a file such as .erlang.cookie</source>
        <translation>um arquivo como .erlang.cookie</translation>
    </message>
    <message>
        <source>Cookie file</source>
        <translation>Arquivo de cookie</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Escolher…</translation>
    </message>
    <message>
        <source>Type the cookie, or choose another source.</source>
        <translation>Digite o cookie ou escolha outra origem.</translation>
    </message>
    <message>
        <source>A cookie holds no characters beyond ÿ (255).</source>
        <translation>Um cookie não contém caracteres além de ÿ (255).</translation>
    </message>
    <message>
        <source>Choose the file that holds the cookie.</source>
        <translation>Escolha o arquivo que contém o cookie.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::DataTable</name>
    <message>
        <source>Copy Rows</source>
        <translation>Copiar linhas</translation>
    </message>
    <message>
        <source>Copy All Rows</source>
        <translation>Copiar todas as linhas</translation>
    </message>
    <message>
        <source>Columns as at First</source>
        <translation>Colunas como no início</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::DigestPanel</name>
    <message>
        <source>cookie</source>
        <translation>cookie</translation>
    </message>
    <message>
        <source>on the wire</source>
        <translation>no fio</translation>
    </message>
    <message>
        <source>No cookie is known for this node here: type one.</source>
        <translation>Nenhum cookie é conhecido aqui para este nó: digite um.</translation>
    </message>
    <message>
        <source>Type a cookie, or use the one of this handshake. It goes nowhere.</source>
        <translation>Digite um cookie, ou use o deste handshake. Ele não vai a lugar nenhum.</translation>
    </message>
    <message>
        <source>Equal: whoever sent it has this cookie.</source>
        <translation>Igual: quem o enviou tem este cookie.</translation>
    </message>
    <message>
        <source>Not equal: it was made of another cookie, or of another challenge.</source>
        <translation>Diferente: foi feito de outro cookie, ou de outro desafio.</translation>
    </message>
    <message>
        <source>The digest</source>
        <translation>O digest</translation>
    </message>
    <message>
        <source>Cookie</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>a cookie to try</source>
        <translation>um cookie para testar</translation>
    </message>
    <message>
        <source>Use the cookie of this handshake</source>
        <translation>Usar o cookie deste handshake</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Shows the cookie in clear</source>
        <translation>Mostra o cookie às claras</translation>
    </message>
    <message>
        <source>Show digests</source>
        <translation>Mostrar digests</translation>
    </message>
    <message>
        <source>Digests are dots until you ask for them: whoever sees one beside its challenge can try cookies until one fits</source>
        <translation>Os digests são mostrados como pontos até que você os peça: quem vê um deles ao lado do seu desafio pode testar cookies até que um sirva</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::DiscoveryActions</name>
    <message>
        <source>&amp;Discovery…</source>
        <translation>&amp;Descoberta…</translation>
    </message>
    <message>
        <source>Where nodes are looked for, and what each source says</source>
        <translation>Onde os nós são procurados, e o que cada fonte diz</translation>
    </message>
    <message>
        <source>Cluster Pro&amp;files…</source>
        <translation>Per&amp;fis de cluster…</translation>
    </message>
    <message>
        <source>Saved clusters: where to enter, and who is expected</source>
        <translation>Clusters salvos: por onde entrar, e quem é esperado</translation>
    </message>
    <message>
        <source>C&amp;lose the Profile</source>
        <translation>Fechar o perfi&amp;l</translation>
    </message>
    <message>
        <source>Its sources end, and nobody is expected any more; links stay</source>
        <translation>As fontes dele terminam, e ninguém mais é esperado; as conexões ficam</translation>
    </message>
    <message>
        <source>No profile is open</source>
        <translation>Nenhum perfil está aberto</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>Não aberto</translation>
    </message>
    <message>
        <source>The profile %1 could not be opened.</source>
        <translation>O perfil %1 não pôde ser aberto.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::DiscoveryDialog</name>
    <message>
        <source>Discovery</source>
        <translation>Descoberta</translation>
    </message>
    <message>
        <source>Where nodes are looked for</source>
        <translation>Onde os nós são procurados</translation>
    </message>
    <message>
        <source>Sources are asked or listened to; none connects to what it finds. What each says of a node stands in the inspector.</source>
        <translation>As fontes são perguntadas ou escutadas; nenhuma se conecta ao que encontra. O que cada uma diz de um nó está no inspetor.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fonte</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nós</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Última resposta</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nó</translation>
    </message>
    <message>
        <source>What is said of it</source>
        <translation>O que se diz dele</translation>
    </message>
    <message>
        <source>Sources of discovery</source>
        <translation>Fontes de descoberta</translation>
    </message>
    <message>
        <source>Nodes in doubt</source>
        <translation>Nós em dúvida</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Adicionar…</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Perguntar agora</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>expected, and seen by nobody</source>
        <translation>esperado, e ninguém o vê</translation>
    </message>
    <message>
        <source>No sources disagree, and nobody who is expected is missing.</source>
        <translation>Nenhuma fonte discorda, e nenhum nó esperado está ausente.</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Em dúvida</translation>
    </message>
    <message numerus="yes">
        <source>In doubt: %n node(s)</source>
        <translation>
            <numerusform>Em dúvida: %n nó</numerusform>
            <numerusform>Em dúvida: %n nós</numerusform>
        </translation>
    </message>
    <message>
        <source>What connected nodes see can be switched off, not removed</source>
        <translation>O que os nós conectados veem pode ser desligado, não removido</translation>
    </message>
    <message>
        <source>Choose a source first</source>
        <translation>Escolha primeiro uma fonte</translation>
    </message>
    <message>
        <source>Asks the chosen source</source>
        <translation>Pergunta à fonte escolhida</translation>
    </message>
    <message>
        <source>Asks all sources that are on</source>
        <translation>Pergunta a todas as fontes ligadas</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::DoctorActions</name>
    <message>
        <source>&amp;Doctor…</source>
        <translation>&amp;Diagnóstico…</translation>
    </message>
    <message>
        <source>My nodes do not connect: climbs from the name to the first answer, and explains what breaks</source>
        <translation>Meus nós não se conectam: sobe do nome até a primeira resposta e explica o que quebra</translation>
    </message>
    <message>
        <source>W&amp;hy Does It Not Connect?</source>
        <translation>&amp;Por que não se conecta?</translation>
    </message>
    <message>
        <source>Examines the selected link or node, step by step; nothing is changed on the node</source>
        <translation>Examina a conexão ou o nó selecionado, passo a passo; nada é alterado no nó</translation>
    </message>
    <message>
        <source>Compare &amp;Settings of All Nodes</source>
        <translation>Comparar as confi&amp;gurações de todos os nós</translation>
    </message>
    <message>
        <source>Finds what will bite later: name modes, tick times, cookies, releases, and more</source>
        <translation>Encontra o que vai causar problemas depois: modos de nome, tempos de tick, cookies, versões e mais</translation>
    </message>
    <message>
        <source>&amp;Paste a Log…</source>
        <translation>C&amp;olar um log…</translation>
    </message>
    <message>
        <source>Finds in the text of a log what it says about connections, and explains it</source>
        <translation>Encontra no texto de um log o que ele diz sobre conexões, e o explica</translation>
    </message>
    <message>
        <source>Open a Log &amp;File…</source>
        <translation>A&amp;brir um arquivo de log…</translation>
    </message>
    <message>
        <source>Reads a log from a file, and explains what it says about connections</source>
        <translation>Lê um log de um arquivo e explica o que ele diz sobre conexões</translation>
    </message>
    <message>
        <source>Examine A&amp;gain</source>
        <translation>Examinar de &amp;novo</translation>
    </message>
    <message>
        <source>Examines the same again, and shows what has changed</source>
        <translation>Examina o mesmo de novo e mostra o que mudou</translation>
    </message>
    <message>
        <source>Ca&amp;ncel the Examination</source>
        <translation>Cance&amp;lar o exame</translation>
    </message>
    <message>
        <source>Stops it where it is</source>
        <translation>Para-o onde está</translation>
    </message>
    <message>
        <source>O&amp;lder Examination</source>
        <translation>Exame &amp;anterior</translation>
    </message>
    <message>
        <source>Shows the one before</source>
        <translation>Mostra o anterior</translation>
    </message>
    <message>
        <source>N&amp;ewer Examination</source>
        <translation>Exame &amp;seguinte</translation>
    </message>
    <message>
        <source>Shows the one after</source>
        <translation>Mostra o seguinte</translation>
    </message>
    <message>
        <source>&amp;Copy the Report</source>
        <translation>&amp;Copiar o relatório</translation>
    </message>
    <message>
        <source>Copies all of it as text, without cookies and digests</source>
        <translation>Copia tudo como texto, sem cookies e digests</translation>
    </message>
    <message>
        <source>Sa&amp;ve the Report…</source>
        <translation>Sal&amp;var o relatório…</translation>
    </message>
    <message>
        <source>Saves all of it as text or HTML, without cookies and digests</source>
        <translation>Salva tudo como texto ou HTML, sem cookies e digests</translation>
    </message>
    <message>
        <source>&amp;Back to the Graph</source>
        <translation>Voltar ao gra&amp;fo</translation>
    </message>
    <message>
        <source>Closes the doctor’s room; what was examined is kept</source>
        <translation>Fecha o diagnóstico; o que foi examinado fica guardado</translation>
    </message>
    <message>
        <source>Nothing has been examined yet</source>
        <translation>Nada foi examinado ainda</translation>
    </message>
    <message>
        <source>The examination has not ended yet</source>
        <translation>O exame ainda não terminou</translation>
    </message>
    <message>
        <source>Why Do These &amp;Two Not Connect?</source>
        <translation>Por q&amp;ue os dois não se conectam?</translation>
    </message>
    <message>
        <source>Compares the two selected nodes, and says what keeps them apart</source>
        <translation>Compara os dois nós selecionados e diz o que os mantém separados</translation>
    </message>
    <message>
        <source>Why Not to Anothe&amp;r Node?…</source>
        <translation>Por q&amp;ue não a outro nó?…</translation>
    </message>
    <message>
        <source>Compares the selected node with another one, and says what keeps the two apart; a click with Ctrl in the graph selects the second</source>
        <translation>Compara o nó selecionado com outro e diz o que mantém os dois separados; um clique com Ctrl no grafo seleciona o segundo</translation>
    </message>
    <message>
        <source>Neither a link nor a node is selected</source>
        <translation>Não há conexão nem nó selecionado</translation>
    </message>
    <message>
        <source>No node is selected</source>
        <translation>Nenhum nó está selecionado</translation>
    </message>
    <message>
        <source>No examination is under way</source>
        <translation>Nenhum exame está em andamento</translation>
    </message>
    <message>
        <source>There is no other examination</source>
        <translation>Não há outro exame</translation>
    </message>
    <message>
        <source>The doctor’s room is not open</source>
        <translation>O diagnóstico não está aberto</translation>
    </message>
    <message>
        <source>Let a Node Call &amp;Us…</source>
        <translation>Dei&amp;xar um nó nos chamar…</translation>
    </message>
    <message>
        <source>Waits to be dialled, shows each step of each call, and which of your cookies it used</source>
        <translation>Espera ser chamado, mostra cada passo de cada chamada, e qual dos seus cookies foi usado</translation>
    </message>
    <message>
        <source>Handsha&amp;kes…</source>
        <translation>&amp;Handshakes…</translation>
    </message>
    <message>
        <source>Shows every handshake byte by byte, and steps through one whose fields can be changed</source>
        <translation>Mostra cada handshake byte por byte, e percorre passo a passo um cujos campos podem ser alterados</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::DoctorPane</name>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Back to the graph (Esc)</source>
        <translation>Voltar ao grafo (Esc)</translation>
    </message>
    <message>
        <source>Back to the welcome page (Esc)</source>
        <translation>Voltar à página inicial (Esc)</translation>
    </message>
    <message>
        <source>Back to the graph</source>
        <translation>Voltar ao grafo</translation>
    </message>
    <message>
        <source>Back to the welcome page</source>
        <translation>Voltar à página inicial</translation>
    </message>
    <message>
        <source>Parts of the doctor</source>
        <translation>Partes do diagnóstico</translation>
    </message>
    <message>
        <source>Why does it not connect?</source>
        <translation>Por que não se conecta?</translation>
    </message>
    <message>
        <source>Settings of all nodes</source>
        <translation>Configurações de todos os nós</translation>
    </message>
    <message>
        <source>What a log says</source>
        <translation>O que diz um log</translation>
    </message>
    <message>
        <source>Who calls us</source>
        <translation>Quem nos chama</translation>
    </message>
    <message>
        <source>Handshakes</source>
        <translation>Handshakes</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Por que não?</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>Chamadas</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::EventPage</name>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>It is no longer kept.</source>
        <translation>Ele já não está guardado.</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Quem diz</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nó</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalhe</translation>
    </message>
    <message>
        <source>Show the node</source>
        <translation>Mostrar o nó</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::EventTableWords</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Quem diz</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nó</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::EventsPage</name>
    <message>
        <source>Filter events</source>
        <translation>Filtrar eventos</translation>
    </message>
    <message>
        <source>Go to the newest</source>
        <translation>Ir ao mais novo</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::EvidenceView</name>
    <message>
        <source>Evidence</source>
        <translation>Evidências</translation>
    </message>
    <message>
        <source>this rung</source>
        <translation>este degrau</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tudo</translation>
    </message>
    <message>
        <source>Which messages are shown</source>
        <translation>Que mensagens são mostradas</translation>
    </message>
    <message>
        <source>Messages and their fields</source>
        <translation>Mensagens e seus campos</translation>
    </message>
    <message>
        <source>No message of the handshake was exchanged here.</source>
        <translation>Nenhuma mensagem do handshake foi trocada aqui.</translation>
    </message>
    <message>
        <source>Select a rung to see what was sent and received on it.</source>
        <translation>Selecione um degrau para ver o que foi enviado e recebido nele.</translation>
    </message>
    <message>
        <source>What was seen: %1</source>
        <translation>O que se viu: %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>após %1</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) after %1</source>
        <translation>
            <numerusform>%n byte após %1</numerusform>
            <numerusform>%n bytes após %1</numerusform>
        </translation>
    </message>
    <message>
        <source>sent: %1</source>
        <translation>enviada: %1</translation>
    </message>
    <message>
        <source>received: %1</source>
        <translation>recebida: %1</translation>
    </message>
    <message>
        <source>•••• held back</source>
        <translation>•••• omitido</translation>
    </message>
    <message>
        <source>The dots stand for a digest or the challenge that it answers: whoever has both can try to guess the cookie. They stay out of evidence and reports; of our own handshakes the page Handshakes shows them, for as long as the program runs.</source>
        <translation>Os pontos representam um digest ou o desafio a que ele responde: quem tem ambos pode tentar adivinhar o cookie. Eles ficam fora das evidências e dos relatórios; dos nossos próprios handshakes, a página Handshakes os mostra enquanto o programa estiver aberto.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ExaminationPage</name>
    <message>
        <source>Examinations of this session</source>
        <translation>Exames desta sessão</translation>
    </message>
    <message>
        <source>Examinations of this session, the latest first</source>
        <translation>Exames desta sessão, o mais recente primeiro</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Examines the same again, and shows what has changed</source>
        <translation>Examina o mesmo de novo e mostra o que mudou</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar relatório</translation>
    </message>
    <message>
        <source>Copies all of it as text, without cookies and digests</source>
        <translation>Copia tudo como texto, sem cookies e digests</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Salvar relatório…</translation>
    </message>
    <message>
        <source>Saves all of it as text or HTML, without cookies and digests</source>
        <translation>Salva tudo como texto ou HTML, sem cookies e digests</translation>
    </message>
    <message>
        <source>Rungs</source>
        <translation>Degraus</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Salvar o relatório</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Salvo como %1.</translation>
    </message>
    <message>
        <source>The report could not be saved as %1: %2</source>
        <translation>O relatório não pôde ser salvo como %1: %2</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>não permitido</translation>
    </message>
    <message>
        <source>not examined</source>
        <translation>não examinado</translation>
    </message>
    <message>
        <source>waiting…</source>
        <translation>esperando…</translation>
    </message>
    <message>
        <source>Why does a node not connect?</source>
        <translation>Por que um nó não se conecta?</translation>
    </message>
    <message>
        <source>Type its name, or choose it from the list that opens. Every step from the name to the first answer is tried, and the first that breaks is shown with what was seen, why, how certain that is, and what to paste to repair it. Nothing is changed on the node, and none of its links is dropped.</source>
        <translation>Digite o nome dele, ou escolha-o na lista que se abre. Cada passo do nome até a primeira resposta é tentado, e o primeiro que quebra é mostrado com o que se viu, por quê, o grau de certeza e o que colar para consertar. Nada é alterado no nó, e nenhuma das suas conexões é derrubada.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Nada foi feito.</translation>
    </message>
    <message>
        <source>You did not agree to connect to that host. “Try again” asks once more.</source>
        <translation>Você não concordou em se conectar a essa máquina. “Tentar de novo” pergunta mais uma vez.</translation>
    </message>
    <message>
        <source>It was not examined.</source>
        <translation>Não foi examinado.</translation>
    </message>
    <message>
        <source>The message at the top of the window says why.</source>
        <translation>A mensagem no alto da janela diz por quê.</translation>
    </message>
    <message>
        <source>Examining…</source>
        <translation>Examinando…</translation>
    </message>
    <message>
        <source>Nothing has been seen yet.</source>
        <translation>Nada se viu ainda.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ExamineForm</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>Examinar</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>este programa</translation>
    </message>
    <message>
        <source>%1 (not connected to us)</source>
        <translation>%1 (não conectado a nós)</translation>
    </message>
    <message>
        <source>A node does not connect to itself: choose another one.</source>
        <translation>Um nó não se conecta a si mesmo: escolha outro.</translation>
    </message>
    <message>
        <source>Type the name of a node, or choose one</source>
        <translation>Digite o nome de um nó ou escolha um</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ExcerptView</name>
    <message>
        <source>%1 after %2</source>
        <translation>%1 após %2</translation>
    </message>
    <message>
        <source>The dots stand for a digest: whoever has it can try to guess the cookie.</source>
        <translation>Os pontos estão no lugar de um digest: quem o tem pode tentar adivinhar o cookie.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ExportActions</name>
    <message>
        <source>&amp;Picture…</source>
        <translation>&amp;Imagem…</translation>
    </message>
    <message>
        <source>Saves the graph as SVG, PNG or PDF</source>
        <translation>Salva o grafo como SVG, PNG ou PDF</translation>
    </message>
    <message>
        <source>&amp;Cluster…</source>
        <translation>&amp;Cluster…</translation>
    </message>
    <message>
        <source>Saves nodes and links as GraphML, DOT, CSV or JSON; nothing secret is in it</source>
        <translation>Salva nós e conexões como GraphML, DOT, CSV ou JSON; nada secreto vai junto</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>Imp&amp;rimir…</translation>
    </message>
    <message>
        <source>Prints the graph on one page</source>
        <translation>Imprime o grafo em uma página</translation>
    </message>
    <message>
        <source>Print Pre&amp;view…</source>
        <translation>&amp;Visualizar impressão…</translation>
    </message>
    <message>
        <source>Shows how the page will look</source>
        <translation>Mostra como a página vai ficar</translation>
    </message>
    <message>
        <source>There is no cluster yet</source>
        <translation>Ainda não há cluster</translation>
    </message>
    <message>
        <source>the picture is too large for memory</source>
        <translation>a imagem é grande demais para a memória</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Salvo como %1</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Não foi salvo</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>Não foi possível gravar %1.</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Salvar a imagem</translation>
    </message>
    <message>
        <source>GraphML (*.graphml)</source>
        <translation>GraphML (*.graphml)</translation>
    </message>
    <message>
        <source>Graphviz (*.dot)</source>
        <translation>Graphviz (*.dot)</translation>
    </message>
    <message>
        <source>Nodes as CSV (*.csv)</source>
        <translation>Nós em CSV (*.csv)</translation>
    </message>
    <message>
        <source>Links as CSV (*.csv)</source>
        <translation>Conexões em CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Save the cluster</source>
        <translation>Salvar o cluster</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ExportPictureDialog</name>
    <message>
        <source>With the &amp;legend</source>
        <translation>Com a &amp;legenda</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Exportar a imagem</translation>
    </message>
    <message>
        <source>SVG, sharp at any size</source>
        <translation>SVG, nítido em qualquer tamanho</translation>
    </message>
    <message>
        <source>PNG, an image of pixels</source>
        <translation>PNG, uma imagem de pixels</translation>
    </message>
    <message>
        <source>PDF, one page</source>
        <translation>PDF, uma página</translation>
    </message>
    <message>
        <source>As it is shown</source>
        <translation>Como está na tela</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Formato:</translation>
    </message>
    <message>
        <source>L&amp;ook:</source>
        <translation>&amp;Aparência:</translation>
    </message>
    <message>
        <source>&amp;Scale:</source>
        <translation>&amp;Escala:</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Salvar como…</translation>
    </message>
    <message>
        <source>Only an image of pixels has a scale</source>
        <translation>Só uma imagem de pixels tem escala</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::FactsPanel</name>
    <message>
        <source>What the node told without a cookie</source>
        <translation>O que o nó disse sem cookie</translation>
    </message>
    <message>
        <source>It lacks: %1</source>
        <translation>Falta-lhe: %1</translation>
    </message>
    <message>
        <source>Its own name</source>
        <translation>O próprio nome</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Versão</translation>
    </message>
    <message>
        <source>likely OTP %1</source>
        <translation>provavelmente OTP %1</translation>
    </message>
    <message>
        <source>A guess by its flags; a node may send any.</source>
        <translation>Uma suposição pelas flags; um nó pode enviar quaisquer.</translation>
    </message>
    <message>
        <source>Creation</source>
        <translation>Creation</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Visibilidade</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>visível</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>Além disso</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::FailureView</name>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dispensar</translation>
    </message>
    <message>
        <source>Takes the failed link off the picture</source>
        <translation>Tira do desenho a conexão que falhou</translation>
    </message>
    <message>
        <source>Copies this page as text</source>
        <translation>Copia esta página como texto</translation>
    </message>
    <message>
        <source>Copy the diagnosis</source>
        <translation>Copiar o diagnóstico</translation>
    </message>
    <message>
        <source>Use its own name…</source>
        <translation>Usar o nome dele…</translation>
    </message>
    <message>
        <source>Another cookie…</source>
        <translation>Outro cookie…</translation>
    </message>
    <message>
        <source>Opens the Connect dialog with the name that the node gives itself</source>
        <translation>Abre o diálogo Conectar com o nome que o nó dá a si mesmo</translation>
    </message>
    <message>
        <source>Opens the Connect dialog to try another cookie</source>
        <translation>Abre o diálogo Conectar para tentar outro cookie</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation>Copiar tudo</translation>
    </message>
    <message>
        <source>Examine…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Climbs the ladder step by step, with all that is seen on the way</source>
        <translation>Sobe a escada passo a passo, com tudo o que se vê no caminho</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::FigureActions</name>
    <message>
        <source>&amp;Release or State</source>
        <translation>Ve&amp;rsão ou estado</translation>
    </message>
    <message>
        <source>Under each node’s name stands what it runs, or how it is</source>
        <translation>Sob o nome de cada nó está o que ele executa, ou como ele está</translation>
    </message>
    <message>
        <source>Link &amp;Width by Traffic</source>
        <translation>E&amp;spessura das conexões pelo tráfego</translation>
    </message>
    <message>
        <source>The more packets a second, the wider a link</source>
        <translation>Quanto mais pacotes por segundo, mais espessa a conexão</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>&amp;Nunca</translation>
    </message>
    <message>
        <source>Asks no node about its load and its traffic</source>
        <translation>Não pergunta a nenhum nó por sua carga e seu tráfego</translation>
    </message>
    <message numerus="yes">
        <source>Every %n Second(s)</source>
        <translation>
            <numerusform>A cada %n segundo</numerusform>
            <numerusform>A cada %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Asks each watched node about its load and its traffic, by one call each time</source>
        <translation>Pergunta a cada nó observado por sua carga e seu tráfego, com uma chamada de cada vez</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::FilterField</name>
    <message>
        <source>Words must all be found. host:db* matches one fact, release:&lt;26 and memory:&gt;1G compare, link.hidden and link.state:failed ask for links, a minus turns a word round. Help, Filters tells of all.</source>
        <translation>Todas as palavras devem ser encontradas. host:db* corresponde a um fato, release:&lt;26 e memory:&gt;1G comparam, link.hidden e link.state:failed perguntam por conexões, um menos inverte uma palavra. Ajuda, Filtros explica tudo.</translation>
    </message>
    <message>
        <source>Something must follow %1:</source>
        <translation>Algo deve vir depois de %1:</translation>
    </message>
    <message>
        <source>A number must follow %1, such as 500, 2k, 1G or 5m.</source>
        <translation>Um número deve seguir %1, como 500, 2k, 1G ou 5m.</translation>
    </message>
    <message>
        <source>%1 is a text: it can be matched, as in %1:a*, not compared.</source>
        <translation>%1 é um texto: pode corresponder a um padrão, como em %1:a*, mas não ser comparado.</translation>
    </message>
    <message>
        <source>%1 stands alone. -%1 asks for the opposite.</source>
        <translation>%1 fica sozinho. -%1 pede o contrário.</translation>
    </message>
    <message>
        <source>%1 is never %2. It can be: %3.</source>
        <translation>%1 nunca é %2. Pode ser: %3.</translation>
    </message>
    <message>
        <source>There is no key %1. Help, Filters lists all.</source>
        <translation>Não existe a chave %1. Ajuda, Filtros lista todas.</translation>
    </message>
    <message>
        <source>There is no key %1. Is %2 meant? Help, Filters lists all.</source>
        <translation>Não existe a chave %1. Seria %2? Ajuda, Filtros lista todas.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::FilterHelp</name>
    <message>
        <source>Words apart by spaces: all must be found. A plain word is looked for in names.</source>
        <translation>Palavras separadas por espaços: todas devem ser encontradas. Uma palavra simples é procurada nos nomes.</translation>
    </message>
    <message>
        <source>A key, a colon and a pattern: the whole fact must match. * and ? stand for anything.</source>
        <translation>Uma chave, dois-pontos e um padrão: o fato inteiro deve corresponder. * e ? valem por qualquer coisa.</translation>
    </message>
    <message>
        <source>Numbers are compared by &lt;, &lt;=, &gt;, &gt;= and =; the colon may be left out.</source>
        <translation>Números são comparados com &lt;, &lt;=, &gt;, &gt;= e =; os dois-pontos podem ser omitidos.</translation>
    </message>
    <message>
        <source>Sizes take K, M, G and T (of 1,024); counts take k, M and G; times take s, m, h and d.</source>
        <translation>Tamanhos aceitam K, M, G e T (de 1.024); contagens aceitam k, M e G; tempos aceitam s, m, h e d.</translation>
    </message>
    <message>
        <source>A flag stands alone.</source>
        <translation>Um sinalizador fica sozinho.</translation>
    </message>
    <message>
        <source>A minus turns a word round.</source>
        <translation>Um menos inverte uma palavra.</translation>
    </message>
    <message>
        <source>Words about links: a node is found if one of its links has all of that.</source>
        <translation>Palavras sobre conexões: um nó é encontrado se uma de suas conexões tem tudo isso.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>What it finds</source>
        <translation>O que encontra</translation>
    </message>
    <message>
        <source>The filter language</source>
        <translation>A linguagem de filtros</translation>
    </message>
    <message>
        <source>The Find field and the fields above the tables and the matrix take the same words.</source>
        <translation>O campo Localizar e os campos acima das tabelas e da matriz aceitam as mesmas palavras.</translation>
    </message>
    <message>
        <source>the node’s name before the @</source>
        <translation>o nome do nó antes do @</translation>
    </message>
    <message>
        <source>its host</source>
        <translation>seu host</translation>
    </message>
    <message>
        <source>its state: up, failed, down …</source>
        <translation>seu estado: up, failed, down …</translation>
    </message>
    <message>
        <source>beam, c_node or practice</source>
        <translation>beam, c_node ou practice</translation>
    </message>
    <message>
        <source>its OTP release, a number</source>
        <translation>sua versão do OTP, um número</translation>
    </message>
    <message>
        <source>its version of Elixir</source>
        <translation>sua versão do Elixir</translation>
    </message>
    <message>
        <source>how it is watched: push, poll, hearsay or none</source>
        <translation>como é observado: push, poll, hearsay ou none</translation>
    </message>
    <message>
        <source>why our attempt to connect failed, e.g. cookie_mismatch</source>
        <translation>por que nossa tentativa de conexão falhou, p. ex. cookie_mismatch</translation>
    </message>
    <message>
        <source>why it went down, in Erlang’s words</source>
        <translation>por que caiu, nas palavras do Erlang</translation>
    </message>
    <message>
        <source>hidden or visible</source>
        <translation>hidden ou visible</translation>
    </message>
    <message>
        <source>how long it has been in its state, a time</source>
        <translation>há quanto tempo está em seu estado, um tempo</translation>
    </message>
    <message>
        <source>how many links are up, a number</source>
        <translation>quantas conexões estão ativas, um número</translation>
    </message>
    <message>
        <source>how many processes it has, a number</source>
        <translation>quantos processos tem, um número</translation>
    </message>
    <message>
        <source>what its emulator has allocated, a size</source>
        <translation>o que seu emulador alocou, um tamanho</translation>
    </message>
    <message>
        <source>its run queue, a number</source>
        <translation>sua fila de execução, um número</translation>
    </message>
    <message>
        <source>its reductions since it started, a number</source>
        <translation>suas reduções desde o início, um número</translation>
    </message>
    <message>
        <source>how long ago it started, a time</source>
        <translation>há quanto tempo foi iniciado, um tempo</translation>
    </message>
    <message>
        <source>a link’s state: up, one_sided, connecting, failed or down</source>
        <translation>o estado de uma conexão: up, one_sided, connecting, failed ou down</translation>
    </message>
    <message>
        <source>the link is hidden</source>
        <translation>a conexão é oculta</translation>
    </message>
    <message>
        <source>the link is encrypted, as far as is known</source>
        <translation>a conexão é criptografada, até onde se sabe</translation>
    </message>
    <message>
        <source>why the last attempt failed</source>
        <translation>por que a última tentativa falhou</translation>
    </message>
    <message>
        <source>why the link went down, in Erlang’s words</source>
        <translation>por que a conexão caiu, nas palavras do Erlang</translation>
    </message>
    <message>
        <source>how long the link has been in its state, a time</source>
        <translation>há quanto tempo a conexão está em seu estado, um tempo</translation>
    </message>
    <message>
        <source>how often attempts failed, a number</source>
        <translation>quantas vezes tentativas falharam, um número</translation>
    </message>
    <message>
        <source>what went over the link since it is up, a number</source>
        <translation>o que passou pela conexão desde que está ativa, um número</translation>
    </message>
    <message>
        <source>the same in bytes, a size</source>
        <translation>o mesmo em bytes, um tamanho</translation>
    </message>
    <message>
        <source>what happened: nodeup, nodedown, connect_failed …</source>
        <translation>o que aconteceu: nodeup, nodedown, connect_failed …</translation>
    </message>
    <message>
        <source>the event’s reason</source>
        <translation>o motivo do evento</translation>
    </message>
    <message>
        <source>the node whose word it is</source>
        <translation>o nó que o diz</translation>
    </message>
    <message>
        <source>how long ago it happened, a time</source>
        <translation>há quanto tempo aconteceu, um tempo</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::FindField</name>
    <message>
        <source>Find nodes: shop, host:db*, state:failed</source>
        <translation>Localizar nós: shop, host:db*, state:failed</translation>
    </message>
    <message>
        <source>Find nodes</source>
        <translation>Localizar nós</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::FlagTable</name>
    <message>
        <source>Flags of both ends</source>
        <translation>Flags das duas pontas</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Flag</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Nossa</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Deles</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>não dita</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Usada</translation>
    </message>
    <message>
        <source>Demanded</source>
        <translation>Exigida</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message>
        <source>Both have it: it is used</source>
        <translation>Ambos a têm: é usada</translation>
    </message>
    <message>
        <source>It is not used</source>
        <translation>Não é usada</translation>
    </message>
    <message>
        <source>OTP %1 on</source>
        <translation>desde OTP %1</translation>
    </message>
    <message>
        <source>Nodes of OTP %1 and later refuse who lacks it</source>
        <translation>Nós do OTP %1 em diante recusam quem não a tem</translation>
    </message>
    <message>
        <source>by all</source>
        <translation>por todos</translation>
    </message>
    <message>
        <source>Every node refuses who lacks it</source>
        <translation>Todo nó recusa quem não a tem</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>falta: %1</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::GraphView</name>
    <message>
        <source>Drag to another node to connect the two.</source>
        <translation>Arraste até outro nó para conectar os dois.</translation>
    </message>
    <message>
        <source>Choose a node with the arrow keys</source>
        <translation>Escolha um nó com as setas</translation>
    </message>
    <message>
        <source>connect ourselves to %1</source>
        <translation>conectar-nos a %1</translation>
    </message>
    <message>
        <source>ask %1 to connect to %2</source>
        <translation>pedir a %1 que se conecte a %2</translation>
    </message>
    <message>
        <source>Graph of the cluster</source>
        <translation>Grafo do cluster</translation>
    </message>
    <message>
        <source>Nodes and links. Arrow keys go from node to node, Enter connects, C begins a connection between two nodes.</source>
        <translation>Nós e conexões. As setas vão de nó em nó, Enter conecta, C inicia uma conexão entre dois nós.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::HandshakePage</name>
    <message>
        <source>Handshakes, the latest first</source>
        <translation>Handshakes, os mais recentes primeiro</translation>
    </message>
    <message>
        <source>No handshake yet. Every one that this program takes part in is kept here.</source>
        <translation>Ainda nenhum handshake. Todos de que este programa participa ficam aqui.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Digests are left out: whoever has one can try to guess the cookie</source>
        <translation>Os digests ficam de fora: quem tem um pode tentar adivinhar o cookie</translation>
    </message>
    <message>
        <source>As &amp;Text…</source>
        <translation>Como &amp;texto…</translation>
    </message>
    <message>
        <source>As &amp;JSON…</source>
        <translation>Como &amp;JSON…</translation>
    </message>
    <message>
        <source>As a &amp;Picture (SVG)…</source>
        <translation>Como &amp;imagem (SVG)…</translation>
    </message>
    <message>
        <source>As a &amp;Capture for Wireshark (pcapng)…</source>
        <translation>Como ca&amp;ptura para o Wireshark (pcapng)…</translation>
    </message>
    <message>
        <source>C&amp;opy as Text</source>
        <translation>&amp;Copiar como texto</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Side by side with</source>
        <translation>Lado a lado com</translation>
    </message>
    <message>
        <source>no other one</source>
        <translation>nenhum outro</translation>
    </message>
    <message>
        <source>Export the Handshake</source>
        <translation>Exportar o handshake</translation>
    </message>
    <message>
        <source>It could not be written: %1</source>
        <translation>Não foi possível gravar: %1</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::HelpActions</name>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Atalhos de teclado</translation>
    </message>
    <message>
        <source>Every command with its keys</source>
        <translation>Todos os comandos com suas teclas</translation>
    </message>
    <message>
        <source>&amp;About Nodescope</source>
        <translation>&amp;Sobre o Nodescope</translation>
    </message>
    <message>
        <source>Version, licence, and what this program does on your nodes</source>
        <translation>Versão, licença e o que este programa faz nos seus nós</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Sobre o &amp;Qt</translation>
    </message>
    <message>
        <source>The toolkit this program is made with</source>
        <translation>O kit com que este programa é feito</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>&amp;Filtros</translation>
    </message>
    <message>
        <source>How the Find field and the fields above tables are written to</source>
        <translation>Como se escreve no campo Localizar e nos campos acima das tabelas</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::HexView</name>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::InboxActions</name>
    <message>
        <source>Up to %1</source>
        <translation>Até %1</translation>
    </message>
    <message>
        <source>The inbox keeps so much; then the oldest messages go</source>
        <translation>A caixa de entrada guarda este tanto; depois as mensagens mais antigas saem</translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation>Ca&amp;ixa de entrada</translation>
    </message>
    <message>
        <source>Shows the messages that reached us</source>
        <translation>Mostra as mensagens que chegaram até nós</translation>
    </message>
    <message>
        <source>&amp;Compare Messages…</source>
        <translation>&amp;Comparar mensagens…</translation>
    </message>
    <message>
        <source>Compares two selected messages, or one with a file</source>
        <translation>Compara duas mensagens selecionadas, ou uma com um arquivo</translation>
    </message>
    <message>
        <source>&amp;Open a Term…</source>
        <translation>A&amp;brir um termo…</translation>
    </message>
    <message>
        <source>Shows a term from a file</source>
        <translation>Mostra um termo de um arquivo</translation>
    </message>
    <message>
        <source>E&amp;mpty the Inbox</source>
        <translation>Esva&amp;ziar a caixa de entrada</translation>
    </message>
    <message>
        <source>Forgets all messages that reached us</source>
        <translation>Esquece todas as mensagens que chegaram até nós</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processos</translation>
    </message>
    <message>
        <source>Shows the processes of a node, with their links and monitors</source>
        <translation>Mostra os processos de um nó, com seus links e monitores</translation>
    </message>
    <message>
        <source>Superv&amp;ision Trees</source>
        <translation>Árvores de superv&amp;isão</translation>
    </message>
    <message>
        <source>Shows the supervision trees of a node&apos;s applications, and restarts as they happen</source>
        <translation>Mostra as árvores de supervisão das aplicações de um nó, e os reinícios quando acontecem</translation>
    </message>
    <message>
        <source>There are no messages</source>
        <translation>Não há mensagens</translation>
    </message>
    <message>
        <source>Select one or two messages in the inbox</source>
        <translation>Selecione uma ou duas mensagens na caixa de entrada</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::InboxPage</name>
    <message>
        <source>the file</source>
        <translation>o arquivo</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Termo</translation>
    </message>
    <message>
        <source>Select a message</source>
        <translation>Selecione uma mensagem</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>No node is connected</source>
        <translation>Nenhum nó está conectado</translation>
    </message>
    <message>
        <source>%1 older ones dropped beyond %2</source>
        <translation>%1 mais antigas descartadas além de %2</translation>
    </message>
    <message>
        <source>Compare the selected message with a file</source>
        <translation>Comparar a mensagem selecionada com um arquivo</translation>
    </message>
    <message>
        <source>Compare the two selected messages</source>
        <translation>Comparar as duas mensagens selecionadas</translation>
    </message>
    <message>
        <source>Connect to a node: what it sends to us is kept here</source>
        <translation>Conecte-se a um nó: o que ele nos enviar fica guardado aqui</translation>
    </message>
    <message>
        <source>What nodes send to us is kept here. In the shell of %1: %2</source>
        <translation>O que os nós nos enviam fica guardado aqui. No shell de %1: %2</translation>
    </message>
    <message>
        <source>Filter messages</source>
        <translation>Filtrar mensagens</translation>
    </message>
    <message>
        <source>Go to the newest</source>
        <translation>Ir para a mais nova</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
    <message>
        <source>How to write to this mailbox, from each node</source>
        <translation>Como escrever para esta caixa, a partir de cada nó</translation>
    </message>
    <message>
        <source>Send to whoever sent the selected message</source>
        <translation>Enviar a quem enviou a mensagem selecionada</translation>
    </message>
    <message>
        <source>Forget all messages</source>
        <translation>Esquecer todas as mensagens</translation>
    </message>
    <message>
        <source>Open a term from a file</source>
        <translation>Abrir um termo de um arquivo</translation>
    </message>
    <message>
        <source>Show this term in a window of its own</source>
        <translation>Mostrar este termo em uma janela própria</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s), %1 of memory</source>
        <translation>
            <numerusform>%n mensagem, %1 de memória</numerusform>
            <numerusform>%n mensagens, %1 de memória</numerusform>
        </translation>
    </message>
    <message>
        <source>No message matches</source>
        <translation>Nenhuma mensagem corresponde</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::InboxWords</name>
    <message>
        <source>a process of ours</source>
        <translation>um processo nosso</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconhecido</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>este programa</translation>
    </message>
    <message>
        <source>Of the term, in the external term format as it came over the wire</source>
        <translation>Do termo, no formato externo em que chegou pela rede</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::InspectorPane</name>
    <message>
        <source>Select a node or a link to see all that is known of it. A link that failed says why.</source>
        <translation>Selecione um nó ou uma conexão para ver tudo o que se sabe dele. Uma conexão que falhou diz por quê.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspetor</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::IntentGate</name>
    <message>
        <source>First connection to a host</source>
        <translation>Primeira conexão a uma máquina</translation>
    </message>
    <message>
        <source>Connect to %1 for the first time?</source>
        <translation>Conectar a %1 pela primeira vez?</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LadderModel</name>
    <message>
        <source>under way</source>
        <translation>em andamento</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LadderView</name>
    <message>
        <source>Connection ladder</source>
        <translation>Escada da conexão</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LaneDialog</name>
    <message>
        <source>Nodes and Processes of the Chart</source>
        <translation>Nós e processos do diagrama</translation>
    </message>
    <message>
        <source>Nodes and processes</source>
        <translation>Nós e processos</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Todos</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Nenhum</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LinkActions</name>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Tentar de novo</translation>
    </message>
    <message>
        <source>Repeats the attempt from the same end</source>
        <translation>Repete a tentativa a partir da mesma ponta</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Dispensar</translation>
    </message>
    <message>
        <source>Takes the failed link off the picture</source>
        <translation>Tira do desenho a conexão que falhou</translation>
    </message>
    <message>
        <source>&amp;Copy the Diagnosis</source>
        <translation>&amp;Copiar o diagnóstico</translation>
    </message>
    <message>
        <source>Copies verdict, ladder, bytes and repair as text</source>
        <translation>Copia veredito, escada, bytes e reparo como texto</translation>
    </message>
    <message>
        <source>Disc&amp;onnect the Two…</source>
        <translation>Desc&amp;onectar os dois…</translation>
    </message>
    <message>
        <source>Asks one end to drop the link to the other</source>
        <translation>Pede a uma ponta que desfaça a conexão com a outra</translation>
    </message>
    <message>
        <source>No link is selected</source>
        <translation>Nenhuma conexão está selecionada</translation>
    </message>
    <message>
        <source>The link has not failed</source>
        <translation>A conexão não falhou</translation>
    </message>
    <message>
        <source>There is no diagnosis for the link</source>
        <translation>Não há diagnóstico para a conexão</translation>
    </message>
    <message>
        <source>This is our own connection: leave the node instead</source>
        <translation>Esta é a nossa própria conexão: em vez disso, deixe o nó</translation>
    </message>
    <message>
        <source>The link is not up</source>
        <translation>A conexão não está ativa</translation>
    </message>
    <message>
        <source>Asks one end to drop the link to the other. global may then take other links of the mesh down, too: see what is asked before</source>
        <translation>Pede a uma ponta que derrube a conexão com a outra. O global pode então derrubar também outras conexões da malha: veja o que se pergunta antes</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LinkPage</name>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>Both ends</source>
        <translation>As duas pontas</translation>
    </message>
    <message numerus="yes">
        <source>failed %n time(s), last at %1</source>
        <translation>
            <numerusform>falhou %n vez, às %1</numerusform>
            <numerusform>falhou %n vezes, a última às %1</numerusform>
        </translation>
    </message>
    <message>
        <source>down since %1</source>
        <translation>caído desde %1</translation>
    </message>
    <message>
        <source>down since %1: %2</source>
        <translation>caída desde %1: %2</translation>
    </message>
    <message>
        <source>up since %1</source>
        <translation>ativa desde %1</translation>
    </message>
    <message>
        <source>only one end says that it is up</source>
        <translation>só uma ponta diz que está ativa</translation>
    </message>
    <message>
        <source>being set up</source>
        <translation>sendo estabelecida</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Juntas</translation>
    </message>
    <message>
        <source>The ends disagree. Either one has not noticed yet, or messages go one way only.</source>
        <translation>As pontas discordam. Ou uma ainda não percebeu, ou as mensagens só vão em um sentido.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>visível</translation>
    </message>
    <message>
        <source>In nodes(hidden) of the ends: no part of the mesh, and of no concern to global.</source>
        <translation>Em nodes(hidden) das pontas: não faz parte da malha e não interessa ao global.</translation>
    </message>
    <message>
        <source>In nodes() of the ends: part of the mesh.</source>
        <translation>Em nodes() das pontas: faz parte da malha.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>nenhuma conhecida</translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation>Tentativas com falha</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfego</translation>
    </message>
    <message>
        <source>%1 packets in, %2 out</source>
        <translation>%1 pacotes recebidos, %2 enviados</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 recebidos, %2 enviados</translation>
    </message>
    <message>
        <source>%1 waiting to be sent</source>
        <translation>%1 à espera de envio</translation>
    </message>
    <message>
        <source>%1 counted</source>
        <translation>%1 contou</translation>
    </message>
    <message>
        <source>As of %1, since the connection is up.</source>
        <translation>Em %1, desde que a conexão está ativa.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LinkTableWords</name>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>visível</translation>
    </message>
    <message>
        <source>One end</source>
        <translation>Uma ponta</translation>
    </message>
    <message>
        <source>Other end</source>
        <translation>Outra ponta</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nó</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>One end says</source>
        <translation>Uma ponta diz</translation>
    </message>
    <message>
        <source>It says</source>
        <translation>Ele diz</translation>
    </message>
    <message>
        <source>Other end says</source>
        <translation>A outra diz</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Other says</source>
        <translation>O outro diz</translation>
    </message>
    <message>
        <source>Packets a second</source>
        <translation>Pacotes por segundo</translation>
    </message>
    <message>
        <source>Bytes a second</source>
        <translation>Bytes por segundo</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pacotes</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>À espera de envio</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LinksPage</name>
    <message>
        <source>Filter links</source>
        <translation>Filtrar conexões</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Conexões</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LintPage</name>
    <message>
        <source>Compare settings of all nodes</source>
        <translation>Comparar as configurações de todos os nós</translation>
    </message>
    <message>
        <source>Asks every watched node for its settings; nothing is changed</source>
        <translation>Pergunta a cada nó observado as suas configurações; nada é alterado</translation>
    </message>
    <message>
        <source>What was found, the worst first</source>
        <translation>O que foi encontrado, o pior primeiro</translation>
    </message>
    <message>
        <source>Asking the nodes…</source>
        <translation>Perguntando aos nós…</translation>
    </message>
    <message>
        <source>What will bite later is found by comparing what the nodes say of themselves: name modes, tick times, cookies (by digests that each computes), releases, EPMD, TLS, the mesh.</source>
        <translation>O que vai causar problemas depois se encontra comparando o que os nós dizem de si: modos de nome, tempos de tick, cookies (por digests que cada um calcula), versões, EPMD, TLS, a malha.</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) told their settings</source>
        <translation>
            <numerusform>%n nó informou suas configurações</numerusform>
            <numerusform>%n nós informaram suas configurações</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>às %1</translation>
    </message>
    <message>
        <source>Nothing has been compared yet.</source>
        <translation>Nada foi comparado ainda.</translation>
    </message>
    <message>
        <source>No node could be asked.</source>
        <translation>Nenhum nó pôde ser consultado.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nada encontrado.</translation>
    </message>
    <message>
        <source>Connect to a node first; C nodes do not tell their settings.</source>
        <translation>Conecte-se antes a um nó; nós em C não informam suas configurações.</translation>
    </message>
    <message>
        <source>The settings of all nodes that were asked go together.</source>
        <translation>As configurações de todos os nós consultados combinam entre si.</translation>
    </message>
    <message>
        <source>Not asked, since they do not answer such questions (C nodes, nodes that we are not connected to):</source>
        <translation>Não consultados, pois não respondem a essas perguntas (nós em C, nós aos quais não estamos conectados):</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>não se sabe</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n nó</numerusform>
            <numerusform>%n nós</numerusform>
        </translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nós</translation>
    </message>
    <message>
        <source>A click selects the node; Enter or a double click shows it in the graph</source>
        <translation>Um clique seleciona o nó; Enter ou um clique duplo o mostra no grafo</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LiveSign</name>
    <message>
        <source>What is shown is happening now</source>
        <translation>O que se mostra está acontecendo agora</translation>
    </message>
    <message>
        <source>No node is connected</source>
        <translation>Nenhum nó está conectado</translation>
    </message>
    <message>
        <source>What is shown is not now</source>
        <translation>O que se mostra não é agora</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LogEdit</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Não é possível ler %1: %2</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LogFindingView</name>
    <message>
        <source>Show node</source>
        <translation>Mostrar nó</translation>
    </message>
    <message>
        <source>Show link</source>
        <translation>Mostrar conexão</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nó</translation>
    </message>
    <message>
        <source>Other node</source>
        <translation>Outro nó</translation>
    </message>
    <message>
        <source>Occurrences</source>
        <translation>Ocorrências</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primeira</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>linha %1</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Última</translation>
    </message>
    <message>
        <source>It can have followed from what stands before it</source>
        <translation>Pode ter decorrido do que vem antes</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Linha %1: %2</translation>
    </message>
    <message>
        <source>Selects the node in the graph</source>
        <translation>Seleciona o nó no grafo</translation>
    </message>
    <message>
        <source>The text names no node of this cluster</source>
        <translation>O texto não cita nenhum nó deste cluster</translation>
    </message>
    <message>
        <source>Selects the link in the graph</source>
        <translation>Seleciona a conexão no grafo</translation>
    </message>
    <message>
        <source>The text names no link of this cluster</source>
        <translation>O texto não cita nenhuma conexão deste cluster</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LogPage</name>
    <message>
        <source>Open a file…</source>
        <translation>Abrir um arquivo…</translation>
    </message>
    <message>
        <source>A log of a node, of a release, of journald, Docker or Kubernetes</source>
        <translation>Um log de um nó, de uma release, do journald, do Docker ou do Kubernetes</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Paste what a node wrote in its log, or drop the file here.
Nothing of it leaves this program.</source>
        <translation>Cole o que um nó escreveu no seu log, ou solte o arquivo aqui.
Nada disso sai deste programa.</translation>
    </message>
    <message>
        <source>Text of a log</source>
        <translation>Texto de um log</translation>
    </message>
    <message>
        <source>What the log says about the distribution</source>
        <translation>O que o log diz sobre a distribuição</translation>
    </message>
    <message>
        <source>Open a log</source>
        <translation>Abrir um log</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>Nothing in it is about the distribution, or none of it is known.</source>
        <translation>Nada nele é sobre a distribuição, ou nada disso é conhecido.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n achado</numerusform>
            <numerusform>%n achados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n linha</numerusform>
            <numerusform>%n linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>only the first 16 million characters are read</source>
        <translation>só os primeiros 16 milhões de caracteres são lidos</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Linha %1: %2</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::MatrixPage</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n nó</numerusform>
            <numerusform>%n nós</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n partição</numerusform>
            <numerusform>%n partições</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter nodes</source>
        <translation>Filtrar nós</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordem</translation>
    </message>
    <message>
        <source>Order of the nodes</source>
        <translation>Ordem dos nós</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nome</translation>
    </message>
    <message>
        <source>By host</source>
        <translation>Por host</translation>
    </message>
    <message>
        <source>By partition</source>
        <translation>Por partição</translation>
    </message>
    <message>
        <source>Who sees whom</source>
        <translation>Quem vê quem</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::MatrixView</name>
    <message>
        <source>No nodes yet</source>
        <translation>Nenhum nó ainda</translation>
    </message>
    <message>
        <source>No node matches what is written above.</source>
        <translation>Nenhum nó corresponde ao que está escrito acima.</translation>
    </message>
    <message>
        <source>Copy Row</source>
        <translation>Copiar linha</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>Copiar tudo</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::MemoryMenus</name>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Histórico</translation>
    </message>
    <message>
        <source>Snipp&amp;ets</source>
        <translation>&amp;Trechos</translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Limpar o histórico</translation>
    </message>
    <message>
        <source>Keep this as a snippet…</source>
        <translation>Guardar como trecho…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Keep a snippet</source>
        <translation>Guardar um trecho</translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation>Nome:</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::MessageActions</name>
    <message>
        <source>C&amp;hoose Processes…</source>
        <translation>Esc&amp;olher processos…</translation>
    </message>
    <message>
        <source>Which nodes and processes the chart of messages shows</source>
        <translation>Quais nós e processos o diagrama de mensagens mostra</translation>
    </message>
    <message>
        <source>Sa&amp;ve Messages…</source>
        <translation>&amp;Salvar mensagens…</translation>
    </message>
    <message>
        <source>Saves the chart of messages as SVG, PNG, PDF, text or JSON</source>
        <translation>Salva o diagrama de mensagens como SVG, PNG, PDF, texto ou JSON</translation>
    </message>
    <message>
        <source>There are no messages yet</source>
        <translation>Ainda não há mensagens</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Não foi salvo</translation>
    </message>
    <message>
        <source>There are no messages to save.</source>
        <translation>Não há mensagens a salvar.</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Save the messages</source>
        <translation>Salvar as mensagens</translation>
    </message>
    <message>
        <source>the picture is too large for memory</source>
        <translation>a imagem é grande demais para a memória</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>Não foi possível gravar %1.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Salvo como %1</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Dispensar esta mensagem</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dispensar</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>mais %n</numerusform>
            <numerusform>mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The practice cluster could not be started: %1</source>
        <translation>O cluster de prática não pôde ser iniciado: %1</translation>
    </message>
    <message>
        <source>Not done: %1 is not connected.</source>
        <translation>Não feito: %1 não está conectado.</translation>
    </message>
    <message>
        <source>It could not be done (%1).</source>
        <translation>Não foi possível fazer (%1).</translation>
    </message>
    <message>
        <source>It could not be done (%1): %2</source>
        <translation>Não foi possível fazer (%1): %2</translation>
    </message>
    <message>
        <source>Not done on %1: acting is off for this cluster. Allow it in the Cluster menu.</source>
        <translation>Não foi feito em %1: agir está desligado para este cluster. Permita no menu Cluster.</translation>
    </message>
    <message>
        <source>The node could not be asked to disconnect: %1.</source>
        <translation>Não foi possível pedir ao nó que se desconecte: %1.</translation>
    </message>
    <message>
        <source>There are no practice nodes in this session.</source>
        <translation>Não há nós de prática nesta sessão.</translation>
    </message>
    <message>
        <source>Not dialled: the options for TLS cannot be used (%1).</source>
        <translation>Não conectado: as opções de TLS não podem ser usadas (%1).</translation>
    </message>
    <message>
        <source>Not done: a recording is shown. Go back to live first.</source>
        <translation>Não feito: uma gravação está sendo mostrada. Volte ao vivo primeiro.</translation>
    </message>
    <message>
        <source>The recording cannot be read: %1</source>
        <translation>A gravação não pode ser lida: %1</translation>
    </message>
    <message>
        <source>This recording was made by a later version of the program: %1</source>
        <translation>Esta gravação foi feita por uma versão posterior do programa: %1</translation>
    </message>
    <message>
        <source>The recording cannot be written: %1</source>
        <translation>A gravação não pode ser escrita: %1</translation>
    </message>
    <message>
        <source>Nothing more is recorded, what was written is kept: %1</source>
        <translation>Nada mais é gravado, o que foi escrito é mantido: %1</translation>
    </message>
    <message>
        <source>Not added: this source cannot be asked (%1).</source>
        <translation>Não adicionada: esta fonte não pode ser perguntada (%1).</translation>
    </message>
    <message>
        <source>Not added: there are as many sources as are kept.</source>
        <translation>Não adicionada: já há tantas fontes quantas são guardadas.</translation>
    </message>
    <message>
        <source>Not waiting to be dialled: no port could be opened (%1).</source>
        <translation>Não está esperando ser discado: nenhuma porta pôde ser aberta (%1).</translation>
    </message>
    <message>
        <source>%1 is no recording: its first bytes are not those of one (89 4E 53 43 50, “NSCP”). Choose a file that Nodescope has written; their names end in .nodescope.</source>
        <translation>%1 não é uma gravação: seus primeiros bytes não são os de uma (89 4E 53 43 50, “NSCP”). Escolha um arquivo gravado pelo Nodescope; os nomes terminam em .nodescope.</translation>
    </message>
    <message>
        <source>A recording was running when the program ended. It is among the recent recordings in the Time menu: %1</source>
        <translation>Uma gravação estava em curso quando o programa terminou. Ela está entre as gravações recentes no menu Tempo: %1</translation>
    </message>
    <message>
        <source>Not connected: the profile&apos;s cookie file %1 could not be used then. It can now: open the profile again.</source>
        <translation>Não conectado: o arquivo de cookie %1 do perfil não pôde ser usado naquele momento. Agora pode: abra o perfil de novo.</translation>
    </message>
    <message>
        <source>Not connected, for the profile has no cookie. %1</source>
        <translation>Não conectado, pois o perfil não tem cookie. %1</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::MessagePage</name>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>It is no longer kept.</source>
        <translation>Ela já não está guardada.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Show the node</source>
        <translation>Mostrar o nó</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Passo a passo</translation>
    </message>
    <message>
        <source>after %L1 ms</source>
        <translation>após %L1 ms</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Termo</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::MessageView</name>
    <message>
        <source>Fields of the message</source>
        <translation>Campos da mensagem</translation>
    </message>
    <message>
        <source>•••• see the digest below</source>
        <translation>•••• veja o digest abaixo</translation>
    </message>
    <message>
        <source>(changed)</source>
        <translation>(alterado)</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::NodeActions</name>
    <message>
        <source>&amp;Connect to It</source>
        <translation>&amp;Conectar a ele</translation>
    </message>
    <message>
        <source>Connects this program to the node, and watches it</source>
        <translation>Conecta este programa ao nó e o observa</translation>
    </message>
    <message>
        <source>Connect With Another Coo&amp;kie…</source>
        <translation>Conectar com outro coo&amp;kie…</translation>
    </message>
    <message>
        <source>Opens the Connect dialog for the node</source>
        <translation>Abre o diálogo Conectar para o nó</translation>
    </message>
    <message>
        <source>&amp;Leave It</source>
        <translation>&amp;Deixá-lo</translation>
    </message>
    <message>
        <source>Connect It to &amp;Another Node…</source>
        <translation>Conectá-lo a &amp;outro nó…</translation>
    </message>
    <message>
        <source>Asks the node to connect to another one: choose it in the graph, or with the arrow keys and Enter</source>
        <translation>Pede ao nó que se conecte a outro: escolha-o no grafo, ou com as setas e Enter</translation>
    </message>
    <message>
        <source>&amp;Take It Off the Picture</source>
        <translation>&amp;Tirar do desenho</translation>
    </message>
    <message>
        <source>Forgets a node that is down or failed</source>
        <translation>Esquece um nó caído ou com falha</translation>
    </message>
    <message>
        <source>Cop&amp;y Its Name</source>
        <translation>Copiar o no&amp;me</translation>
    </message>
    <message>
        <source>Copies the node’s full name</source>
        <translation>Copia o nome completo do nó</translation>
    </message>
    <message>
        <source>Sho&amp;w It in the Graph</source>
        <translation>Mostrar no &amp;grafo</translation>
    </message>
    <message>
        <source>Moves the graph so that the node is in the middle</source>
        <translation>Move o grafo para que o nó fique no meio</translation>
    </message>
    <message>
        <source>No node is selected</source>
        <translation>Nenhum nó está selecionado</translation>
    </message>
    <message>
        <source>We are connected to the node already</source>
        <translation>Já estamos conectados ao nó</translation>
    </message>
    <message>
        <source>We are connecting to the node just now</source>
        <translation>Estamos nos conectando ao nó agora mesmo</translation>
    </message>
    <message>
        <source>We are not connected to the node</source>
        <translation>Não estamos conectados ao nó</translation>
    </message>
    <message>
        <source>The node must be connected and answer questions to be asked</source>
        <translation>O nó precisa estar conectado e responder a perguntas</translation>
    </message>
    <message>
        <source>Only nodes that are down or failed can be taken off</source>
        <translation>Só nós caídos ou com falha podem ser tirados</translation>
    </message>
    <message>
        <source>Ends our own connection to the node. It is hidden, so that global takes no notice: the node’s other links stay</source>
        <translation>Encerra nossa própria conexão com o nó. Ela é oculta, de modo que o global não a nota: as outras conexões do nó permanecem</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::NodeListPane</name>
    <message>
        <source>Nodes by host</source>
        <translation>Nós por máquina</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todos</translation>
    </message>
    <message>
        <source>No node matches what is written in the Find field.</source>
        <translation>Nenhum nó corresponde ao que está escrito no campo Localizar.</translation>
    </message>
    <message>
        <source>No nodes yet. Connect to one, or start the practice cluster.</source>
        <translation>Nenhum nó ainda. Conecte-se a um ou inicie o cluster de prática.</translation>
    </message>
    <message>
        <source>%1 · %2 failed</source>
        <translation>%1 · %2 com falha</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::NodePage</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>nodes</comment>
        <translation>
            <numerusform>mais %n</numerusform>
            <numerusform>mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Visão geral</translation>
    </message>
    <message>
        <source>Links of the node</source>
        <translation>Conexões do nó</translation>
    </message>
    <message>
        <source>this program, always hidden</source>
        <translation>este programa, sempre oculto</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Visibilidade</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>visível</translation>
    </message>
    <message>
        <source>It does not publish itself: in nodes(hidden) of others, not in nodes().</source>
        <translation>Ele não se publica: está em nodes(hidden) dos outros, não em nodes().</translation>
    </message>
    <message>
        <source>OTP release</source>
        <translation>Versão do OTP</translation>
    </message>
    <message>
        <source>Elixir</source>
        <translation>Elixir</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>Watched by</source>
        <translation>Observado por</translation>
    </message>
    <message>
        <source>Our name there</source>
        <translation>Nosso nome lá</translation>
    </message>
    <message>
        <source>The node gave it to us for this connection; we are hidden.</source>
        <translation>O nó nos deu esse nome para esta conexão; somos ocultos.</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Visto por</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n conexão</numerusform>
            <numerusform>%n conexões</numerusform>
        </translation>
    </message>
    <message>
        <source>Why does it not connect?</source>
        <translation>Por que não se conecta?</translation>
    </message>
    <message>
        <source>Climbs the ladder from this program to the node, step by step</source>
        <translation>Sobe a escada deste programa até o nó, passo a passo</translation>
    </message>
    <message>
        <source>Figures, as of %1</source>
        <translation>Valores, em %1</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>Informado por</translation>
    </message>
    <message>
        <source>Sources disagree: %1.</source>
        <translation>As fontes discordam: %1.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>yes, by the profile</source>
        <translation>sim, pelo perfil</translation>
    </message>
    <message>
        <source>prevented</source>
        <translation>evitadas</translation>
    </message>
    <message>
        <source>not prevented</source>
        <translation>não evitadas</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partições</translation>
    </message>
    <message>
        <source>Overlapping ones: whether global there disconnects other nodes when it loses one (prevent_overlapping_partitions).</source>
        <translation>As sobrepostas: se o global de lá desconecta outros nós quando perde um (prevent_overlapping_partitions).</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::NodeTableWords</name>
    <message>
        <source>Node</source>
        <translation>Nó</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>OTP</source>
        <translation>OTP</translation>
    </message>
    <message>
        <source>Watched by</source>
        <translation>Observado por</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Conexões</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::NodeTreeWords</name>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>Names that the port mapper of a host has registered. EPMD knows the part before the @, and the port.</source>
        <translation>Nomes registrados no mapeador de portas de uma máquina. O EPMD conhece a parte antes do @ e a porta.</translation>
    </message>
    <message>
        <source>EPMD knows, not yet connected</source>
        <translation>O EPMD conhece, sem conexão</translation>
    </message>
    <message>
        <source>Registered on %1, port %2. Click to connect.</source>
        <translation>Registrado em %1, porta %2. Clique para conectar.</translation>
    </message>
    <message>
        <source>%1, known to EPMD, not connected</source>
        <translation>%1, conhecido pelo EPMD, não conectado</translation>
    </message>
    <message>
        <source>%1 · connect</source>
        <comment>host of an EPMD entry</comment>
        <translation>%1 · conectar</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::NodesPage</name>
    <message>
        <source>Filter nodes</source>
        <translation>Filtrar nós</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nós</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::PastBar</name>
    <message>
        <source>The past, at %1. What is now goes on being noted.</source>
        <translation>O passado, às %1. O que é agora continua a ser anotado.</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>Lendo %1 …</translation>
    </message>
    <message>
        <source>Recording %1, at %2</source>
        <translation>Gravação %1, às %2</translation>
    </message>
    <message>
        <source>, without names</source>
        <translation>, sem nomes</translation>
    </message>
    <message>
        <source>; it was not ended in order, this is all of it</source>
        <translation>; não foi terminada em ordem, isto é tudo</translation>
    </message>
    <message>
        <source>; it is damaged, what follows is not shown</source>
        <translation>; está danificada, o que segue não é mostrado</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::PlayActions</name>
    <message>
        <source>Comment</source>
        <translation>Comentário</translation>
    </message>
    <message>
        <source>What happened at %1?</source>
        <translation>O que aconteceu às %1?</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Nada aconteceu ainda</translation>
    </message>
    <message>
        <source>What is shown is now</source>
        <translation>O que se mostra é agora</translation>
    </message>
    <message>
        <source>There is nothing after now</source>
        <translation>Não há nada depois de agora</translation>
    </message>
    <message>
        <source>There is no mark</source>
        <translation>Não há marca</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Re&amp;produzir</translation>
    </message>
    <message>
        <source>Stops at the moment that is shown; what happens goes on being noted</source>
        <translation>Para no momento mostrado; o que acontece continua a ser anotado</translation>
    </message>
    <message>
        <source>Goes on from the moment that is shown</source>
        <translation>Continua a partir do momento mostrado</translation>
    </message>
    <message>
        <source>Back to &amp;Live</source>
        <translation>Voltar ao &amp;vivo</translation>
    </message>
    <message>
        <source>Shows what is now again</source>
        <translation>Mostra de novo o que é agora</translation>
    </message>
    <message>
        <source>Step &amp;Back</source>
        <translation>Passo para &amp;trás</translation>
    </message>
    <message>
        <source>Shows the moment before the last change</source>
        <translation>Mostra o momento antes da última mudança</translation>
    </message>
    <message>
        <source>Step For&amp;ward</source>
        <translation>Passo à &amp;frente</translation>
    </message>
    <message>
        <source>Shows the moment of the next change</source>
        <translation>Mostra o momento da próxima mudança</translation>
    </message>
    <message>
        <source>Add Boo&amp;kmark</source>
        <translation>Adicionar &amp;marcador</translation>
    </message>
    <message>
        <source>Marks the moment that is shown</source>
        <translation>Marca o momento mostrado</translation>
    </message>
    <message>
        <source>Add Co&amp;mment…</source>
        <translation>Adicionar &amp;comentário…</translation>
    </message>
    <message>
        <source>Writes a note at the moment that is shown</source>
        <translation>Escreve uma nota no momento mostrado</translation>
    </message>
    <message>
        <source>&amp;Remove Mark</source>
        <translation>&amp;Remover marca</translation>
    </message>
    <message>
        <source>Removes the bookmark or comment that is nearest</source>
        <translation>Remove o marcador ou comentário mais próximo</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Plays %1 times as fast as it happened</source>
        <translation>Reproduz %1 vezes mais rápido do que aconteceu</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::PostPage</name>
    <message>
        <source>Name under which this program is dialled</source>
        <translation>Nome com que este programa é chamado</translation>
    </message>
    <message>
        <source>name@host, as your node would dial it</source>
        <translation>nome@máquina, como o seu nó o chamaria</translation>
    </message>
    <message>
        <source>Calls, the latest first</source>
        <translation>Chamadas, a mais recente primeiro</translation>
    </message>
    <message>
        <source>Type the name that your node shall dial</source>
        <translation>Digite o nome que o seu nó deve chamar</translation>
    </message>
    <message>
        <source>Close the post</source>
        <translation>Fechar o posto</translation>
    </message>
    <message>
        <source>Open a listening post</source>
        <translation>Abrir um posto de escuta</translation>
    </message>
    <message>
        <source>A place that your node can dial: each of its steps is shown, and its digest is tested against all saved cookies. No link comes about, and no digest leaves this machine.</source>
        <translation>Um lugar que o seu nó pode chamar: cada passo dele é mostrado, e o seu digest é comparado com todos os cookies guardados. Nenhuma conexão surge, e nenhum digest sai desta máquina.</translation>
    </message>
    <message>
        <source>%1 listens at port %2, and EPMD does not list it yet.</source>
        <translation>%1 escuta na porta %2, e o EPMD ainda não o lista.</translation>
    </message>
    <message>
        <source>EPMD lists %1 at port %2. Let your node dial it:</source>
        <translation>O EPMD lista %1 na porta %2. Faça o seu nó chamá-lo:</translation>
    </message>
    <message>
        <source>EPMD lists %1 at port %2.</source>
        <translation>O EPMD lista %1 na porta %2.</translation>
    </message>
    <message>
        <source>in the shell of your node</source>
        <translation>no shell do seu nó</translation>
    </message>
    <message>
        <source>It answers false, as it should: no link is wanted.</source>
        <translation>Responde false, como deve: não se quer nenhuma conexão.</translation>
    </message>
    <message>
        <source>Dial it</source>
        <translation>Chame-o</translation>
    </message>
    <message>
        <source>Nobody has called yet.</source>
        <translation>Ninguém chamou ainda.</translation>
    </message>
    <message>
        <source>The post is closed.</source>
        <translation>O posto está fechado.</translation>
    </message>
    <message>
        <source>&amp;TLS options</source>
        <translation>&amp;Opções de TLS</translation>
    </message>
    <message>
        <source>Callers must speak TLS.</source>
        <translation>Quem chama precisa falar TLS.</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>N&amp;ome</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::PracticeActions</name>
    <message>
        <source>Start the &amp;Practice Cluster</source>
        <translation>Iniciar o cluster de &amp;prática</translation>
    </message>
    <message>
        <source>Six nodes inside this program that speak the real protocol; one is hidden, one has another cookie</source>
        <translation>Seis nós dentro deste programa que falam o protocolo real; um é oculto, um tem outro cookie</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Prática</translation>
    </message>
    <message>
        <source>Nodes inside this program, to try things out</source>
        <translation>Nós dentro deste programa, para experimentar</translation>
    </message>
    <message>
        <source>Practice Cluster &amp;With…</source>
        <translation>Cluster de prática c&amp;om…</translation>
    </message>
    <message>
        <source>Choose how many practice nodes, and of which kinds</source>
        <translation>Escolha quantos nós de prática e de que tipos</translation>
    </message>
    <message>
        <source>&amp;Stop the Practice Cluster</source>
        <translation>&amp;Encerrar o cluster de prática</translation>
    </message>
    <message>
        <source>Ends the practice nodes</source>
        <translation>Encerra os nós de prática</translation>
    </message>
    <message>
        <source>The practice cluster runs already</source>
        <translation>O cluster de prática já está em execução</translation>
    </message>
    <message>
        <source>No practice cluster is running</source>
        <translation>Nenhum cluster de prática está em execução</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::PracticeDialog</name>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::PreferencesDialog</name>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ProcessDetailView</name>
    <message>
        <source>Tie</source>
        <translation>Vínculo</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Processo</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nó</translation>
    </message>
    <message>
        <source>Links and monitors</source>
        <translation>Links e monitores</translation>
    </message>
    <message>
        <source>Send to it…</source>
        <translation>Enviar a ele…</translation>
    </message>
    <message>
        <source>Select a process to see its links and monitors.</source>
        <translation>Selecione um processo para ver seus links e monitores.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Ele terminou.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 em %2</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Estado: %1</translation>
    </message>
    <message>
        <source>Runs %1</source>
        <translation>Executa %1</translation>
    </message>
    <message>
        <source>Reductions: %1</source>
        <translation>Reduções: %1</translation>
    </message>
    <message>
        <source>Group leader: %1</source>
        <translation>Líder de grupo: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s) are not shown.</source>
        <translation>
            <numerusform>%n vínculo não é mostrado.</numerusform>
            <numerusform>%n vínculos não são mostrados.</numerusform>
        </translation>
    </message>
    <message>
        <source>This node does not tell of links and monitors.</source>
        <translation>Este nó não informa links e monitores.</translation>
    </message>
    <message>
        <source>It is linked with nobody, monitors nobody, and nobody monitors it.</source>
        <translation>Não está ligado a ninguém, não monitora ninguém, e ninguém o monitora.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ProcessWords</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Pid</source>
        <translation>Pid</translation>
    </message>
    <message>
        <source>Initial call</source>
        <translation>Chamada inicial</translation>
    </message>
    <message>
        <source>Current function</source>
        <translation>Função atual</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memória</translation>
    </message>
    <message>
        <source>Queue</source>
        <comment>messages</comment>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>Monitores</translation>
    </message>
    <message>
        <source>We are not connected to %1.</source>
        <translation>Não estamos conectados a %1.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 não respondeu a tempo.</translation>
    </message>
    <message>
        <source>%1 has no processes to tell of: it runs no Erlang code, as C and Java nodes do.</source>
        <translation>%1 não tem processos a mostrar: não executa código Erlang, como nós em C e Java.</translation>
    </message>
    <message>
        <source>%1 does not tell of its processes (%2).</source>
        <translation>%1 não informa seus processos (%2).</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>ligado</translation>
    </message>
    <message>
        <source>monitored by it</source>
        <translation>monitorado por ele</translation>
    </message>
    <message>
        <source>monitors it</source>
        <translation>monitora-o</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ProcessesPage</name>
    <message>
        <source>Connect to a node to see its processes.</source>
        <translation>Conecte-se a um nó para ver seus processos.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Perguntando a %1…</translation>
    </message>
    <message>
        <source>%1 runs no applications: practice nodes have no supervision trees.</source>
        <translation>%1 não executa aplicações: nós de prática não têm árvores de supervisão.</translation>
    </message>
    <message>
        <source>The first %1 entries are shown.</source>
        <translation>As primeiras %1 entradas são mostradas.</translation>
    </message>
    <message>
        <source>Restarts are counted from the moment when this is opened.</source>
        <translation>Os reinícios são contados a partir do momento em que isto é aberto.</translation>
    </message>
    <message>
        <source>%1 registered, of %2 processes</source>
        <translation>%1 registrados, de %2 processos</translation>
    </message>
    <message>
        <source>%1 of %2 processes; scroll for more</source>
        <translation>%1 de %2 processos; role para ver mais</translation>
    </message>
    <message numerus="yes">
        <source>%n process(es)</source>
        <translation>
            <numerusform>%n processo</numerusform>
            <numerusform>%n processos</numerusform>
        </translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registrados</translation>
    </message>
    <message>
        <source>All processes</source>
        <translation>Todos os processos</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>Supervisão</translation>
    </message>
    <message>
        <source>Which processes</source>
        <translation>Quais processos</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nó</translation>
    </message>
    <message>
        <source>The node whose processes are shown</source>
        <translation>O nó cujos processos são mostrados</translation>
    </message>
    <message>
        <source>Filter processes</source>
        <translation>Filtrar processos</translation>
    </message>
    <message>
        <source>Ask the node again</source>
        <translation>Perguntar ao nó de novo</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processos</translation>
    </message>
    <message>
        <source>Supervision trees</source>
        <translation>Árvores de supervisão</translation>
    </message>
    <message>
        <source>Processes are not part of a recording. Go back to live nodes to see theirs.</source>
        <translation>Processos não fazem parte de uma gravação. Volte aos nós ao vivo para ver os deles.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ProfileDrop</name>
    <message>
        <source>Profiles</source>
        <translation>Perfis</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ProfileForm</name>
    <message>
        <source>Cluster profile</source>
        <translation>Perfil de cluster</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>Conectar a</translation>
    </message>
    <message>
        <source>Expected nodes</source>
        <translation>Nós esperados</translation>
    </message>
    <message>
        <source>EPMD port</source>
        <translation>Porta do EPMD</translation>
    </message>
    <message>
        <source>Cookie file</source>
        <translation>Arquivo do cookie</translation>
    </message>
    <message>
        <source>TLS option file</source>
        <translation>Arquivo de opções TLS</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fontes</translation>
    </message>
    <message>
        <source>nodes, one on each line: app@db1.example.com</source>
        <translation>nós, um por linha: app@db1.example.com</translation>
    </message>
    <message>
        <source>nodes that should be there; those that nobody sees are shown as missing</source>
        <translation>nós que deveriam estar ali; os que ninguém vê são mostrados como ausentes</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>a de costume</translation>
    </message>
    <message>
        <source>its path; the cookie itself is never kept</source>
        <translation>o caminho; o cookie em si nunca é guardado</translation>
    </message>
    <message>
        <source>none: not encrypted</source>
        <translation>nenhum: sem criptografia</translation>
    </message>
    <message numerus="yes">
        <source>Take the %n source(s) that are on now</source>
        <translation>
            <numerusform>Usar %n fonte que está ligada agora</numerusform>
            <numerusform>Usar as %n fontes que estão ligadas agora</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>%1 is not a node&apos;s name: it must be name@host.</source>
        <translation>%1 não é um nome de nó: deve ser nome@host.</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>A porta é um número de 1 a 65535.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ProfilesDialog</name>
    <message>
        <source>Cluster profiles</source>
        <translation>Perfis de cluster</translation>
    </message>
    <message>
        <source>A profile holds where to enter a cluster, which nodes should be there, and how they are found. Cookies are never in it.</source>
        <translation>Um perfil guarda por onde entrar num cluster, que nós deveriam estar ali e como são encontrados. Cookies nunca ficam nele.</translation>
    </message>
    <message>
        <source>Saved profiles</source>
        <translation>Perfis salvos</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Novo…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Alterar…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message numerus="yes">
        <source>%n expected node(s)</source>
        <translation>
            <numerusform>%n nó esperado</numerusform>
            <numerusform>%n nós esperados</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read any more</source>
        <translation>não pode mais ser lido</translation>
    </message>
    <message>
        <source>No profile is saved yet.</source>
        <translation>Nenhum perfil está salvo ainda.</translation>
    </message>
    <message>
        <source>Import a profile</source>
        <translation>Importar um perfil</translation>
    </message>
    <message>
        <source>Export the profile</source>
        <translation>Exportar o perfil</translation>
    </message>
    <message>
        <source>It could not be written: %1</source>
        <translation>Não foi possível gravar: %1</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::RecordingActions</name>
    <message>
        <source>It is not there any more: %1</source>
        <translation>Não está mais lá: %1</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Nenhuma ainda</translation>
    </message>
    <message>
        <source>Keep the Recording</source>
        <translation>Guardar a gravação</translation>
    </message>
    <message>
        <source>Recordings (*.%1)</source>
        <translation>Gravações (*.%1)</translation>
    </message>
    <message>
        <source>Open a Recording</source>
        <translation>Abrir uma gravação</translation>
    </message>
    <message>
        <source>Recordings (*.%1);;All files (*)</source>
        <translation>Gravações (*.%1);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Save Without Names</source>
        <translation>Salvar sem nomes</translation>
    </message>
    <message>
        <source>Save the Past</source>
        <translation>Salvar o passado</translation>
    </message>
    <message>
        <source>Stop &amp;Recording…</source>
        <translation>Parar a &amp;gravação…</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Gravar</translation>
    </message>
    <message>
        <source>Ends the recording, and asks where to keep it</source>
        <translation>Termina a gravação e pergunta onde guardá-la</translation>
    </message>
    <message>
        <source>Writes what happens from now on to a file, safe against a crash</source>
        <translation>Escreve em um arquivo o que acontece a partir de agora, a salvo de uma queda</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Nada aconteceu ainda</translation>
    </message>
    <message>
        <source>&amp;Open Recording…</source>
        <translation>A&amp;brir gravação…</translation>
    </message>
    <message>
        <source>Shows what was recorded; opens no connection</source>
        <translation>Mostra o que foi gravado; não abre conexão</translation>
    </message>
    <message>
        <source>&amp;Save the Past…</source>
        <translation>Salvar o passad&amp;o…</translation>
    </message>
    <message>
        <source>Writes all that is known of the past to a recording</source>
        <translation>Escreve em uma gravação tudo o que se sabe do passado</translation>
    </message>
    <message>
        <source>Save &amp;Without Names…</source>
        <translation>Salvar sem no&amp;mes…</translation>
    </message>
    <message>
        <source>The same for strangers: names and hosts are replaced, texts are left out</source>
        <translation>O mesmo para estranhos: nomes e hosts são trocados, textos ficam de fora</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::RecordingSign</name>
    <message>
        <source>recording %1</source>
        <translation>gravando %1</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>gravando</translation>
    </message>
    <message>
        <source>Being written to %1</source>
        <translation>Sendo gravado em %1</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::RepairView</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Copiar o código</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparo</translation>
    </message>
    <message>
        <source>Language of the repair</source>
        <translation>Linguagem do reparo</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::RungDelegate</name>
    <message>
        <source>under way…</source>
        <translation>em andamento…</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::RungList</name>
    <message>
        <source>Connection ladder</source>
        <translation>Escada da conexão</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::SendActions</name>
    <message>
        <source>&amp;Send…</source>
        <translation>&amp;Enviar…</translation>
    </message>
    <message>
        <source>No node is connected that could be sent to</source>
        <translation>Não há nó conectado ao qual enviar</translation>
    </message>
    <message>
        <source>Compose a message, call or signal to a process of a node</source>
        <translation>Compor uma mensagem, chamada ou sinal para um processo de um nó</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::SendDialog</name>
    <message>
        <source>Connect to a node first: messages go to nodes that are up.</source>
        <translation>Conecte-se antes a um nó: as mensagens vão para nós ativos.</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Compor</translation>
    </message>
    <message>
        <source>&amp;Do</source>
        <translation>&amp;Fazer</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>&amp;Node</source>
        <translation>&amp;Nó</translation>
    </message>
    <message>
        <source>&amp;Process</source>
        <translation>&amp;Processo</translation>
    </message>
    <message>
        <source>a registered name, or #Pid&lt;…&gt;</source>
        <translation>um nome registrado, ou #Pid&lt;…&gt;</translation>
    </message>
    <message>
        <source>Stop &amp;waiting</source>
        <translation>Parar de &amp;esperar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Este programa</translation>
    </message>
    <message>
        <source>What will run:</source>
        <translation>O que será executado:</translation>
    </message>
    <message>
        <source>Type a call. Its arguments are data: nothing else is evaluated. self() stands for the process that calls.</source>
        <translation>Digite uma chamada. Os argumentos são dados: nada mais é avaliado. self() é o processo que chama.</translation>
    </message>
    <message>
        <source>Name a process, and type a term as data: nothing is evaluated. self() stands for the process that sends: answers come to it.</source>
        <translation>Indique um processo e digite um termo como dado: nada é avaliado. self() é o processo que envia: as respostas chegam a ele.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::SequenceChart</name>
    <message>
        <source>Sequence of messages</source>
        <translation>Sequência de mensagens</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::SequencePage</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n mensagem</numerusform>
            <numerusform>%n mensagens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) hidden</source>
        <translation>
            <numerusform>%n passo oculto</numerusform>
            <numerusform>%n passos ocultos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) no longer kept</source>
        <translation>
            <numerusform>%n passo já não guardado</numerusform>
            <numerusform>%n passos já não guardados</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose Processes…</source>
        <translation>Escolher processos…</translation>
    </message>
    <message>
        <source>One lane per node</source>
        <translation>Uma faixa por nó</translation>
    </message>
    <message>
        <source>Go to the newest</source>
        <translation>Ir para a mais nova</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvar…</translation>
    </message>
    <message>
        <source>Full head: arrived. Open head: not known. Cross: failed. Empty circle: the moment was not seen. Dotted lane: the order there is not known.</source>
        <translation>Ponta cheia: chegou. Ponta aberta: não se sabe. Cruz: falhou. Círculo vazio: o momento não foi visto. Faixa pontilhada: a ordem ali não é conhecida.</translation>
    </message>
    <message>
        <source>Messages between processes</source>
        <translation>Mensagens entre processos</translation>
    </message>
    <message>
        <source>Rows stand in the order in which this program heard of them. That orders only what it did and saw itself. Beyond that an order is known by four rules: a message is sent before it arrives; an answer is sent after its question has arrived; what was heard of happened before what was done afterwards; and two messages from one process to one other arrive as they were sent. Select a message: ↑ may have led to it, ↓ may follow from it, ∥ is concurrent, since no chain of these rules joins the two.</source>
        <translation>As linhas estão na ordem em que este programa soube delas. Isso ordena só o que ele mesmo fez e viu. Além disso, uma ordem é conhecida por quatro regras: uma mensagem é enviada antes de chegar; uma resposta é enviada depois que sua pergunta chegou; o que se soube aconteceu antes do que se fez depois; e duas mensagens de um processo a um mesmo outro chegam como foram enviadas. Selecione uma mensagem: ↑ pode ter levado a ela, ↓ pode decorrer dela, ∥ é concorrente, pois nenhuma cadeia dessas regras une as duas.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::SequenceView</name>
    <message>
        <source>Copy Message</source>
        <translation>Copiar mensagem</translation>
    </message>
    <message>
        <source>Only This Process and Its Partners</source>
        <translation>Só este processo e seus parceiros</translation>
    </message>
    <message>
        <source>Hide This Process</source>
        <translation>Ocultar este processo</translation>
    </message>
    <message>
        <source>Show All Processes</source>
        <translation>Mostrar todos os processos</translation>
    </message>
    <message>
        <source>Choose Processes…</source>
        <translation>Escolher processos…</translation>
    </message>
    <message>
        <source>All processes that exchanged messages are hidden.</source>
        <translation>Todos os processos que trocaram mensagens estão ocultos.</translation>
    </message>
    <message>
        <source>No messages yet. What is sent to a node, relayed by one, or received by this program is drawn here.</source>
        <translation>Ainda não há mensagens. O que é enviado a um nó, retransmitido por um nó ou recebido por este programa é desenhado aqui.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::SettingsTable</name>
    <message>
        <source>Settings of the two</source>
        <translation>Configurações dos dois</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Configuração</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparação</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>não se sabe</translation>
    </message>
    <message>
        <source>explains it</source>
        <translation>explica</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>difere</translation>
    </message>
    <message>
        <source>cannot be compared</source>
        <translation>não dá para comparar</translation>
    </message>
    <message>
        <source>each its own</source>
        <translation>cada um com o seu</translation>
    </message>
    <message>
        <source>same</source>
        <translation>igual</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>O que faz</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::StatusSummary</name>
    <message>
        <source>profile %1</source>
        <translation>perfil %1</translation>
    </message>
    <message>
        <source>practice cluster</source>
        <translation>cluster de prática</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n nó</numerusform>
            <numerusform>%n nós</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n conexão</numerusform>
            <numerusform>%n conexões</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n com falha</numerusform>
            <numerusform>%n com falha</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by push</source>
        <translation>
            <numerusform>%n por avisos do próprio nó</numerusform>
            <numerusform>%n por avisos dos próprios nós</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by poll</source>
        <translation>
            <numerusform>%n por consultas periódicas</numerusform>
            <numerusform>%n por consultas periódicas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by hearsay</source>
        <translation>
            <numerusform>%n pelo que outros nós dizem</numerusform>
            <numerusform>%n pelo que outros nós dizem</numerusform>
        </translation>
    </message>
    <message>
        <source>watched: %1</source>
        <translation>acompanhados: %1</translation>
    </message>
    <message>
        <source>%1 events dropped</source>
        <translation>%1 eventos descartados</translation>
    </message>
    <message>
        <source>More happened than could be kept; the picture is right, its history has gaps.</source>
        <translation>Aconteceu mais do que se pôde guardar; o desenho está certo, o histórico tem lacunas.</translation>
    </message>
    <message>
        <source>acting is allowed</source>
        <translation>ações permitidas</translation>
    </message>
    <message>
        <source>acting is off for this cluster</source>
        <translation>ações desligadas neste cluster</translation>
    </message>
    <message>
        <source>Acts on nodes that are not practice nodes are allowed, and asked about. Click to forbid.</source>
        <translation>Ações em nós que não são de prática são permitidas, com pergunta. Clique para proibir.</translation>
    </message>
    <message>
        <source>Nodes that are not practice nodes are only watched. Click to allow acting.</source>
        <translation>Os nós que não são de prática são apenas observados. Clique para permitir ações.</translation>
    </message>
    <message>
        <source>acting on practice nodes only</source>
        <translation>ações só em nós de prática</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::StepPanel</name>
    <message>
        <source>We dial</source>
        <translation>Nós discamos</translation>
    </message>
    <message>
        <source>We are dialled by</source>
        <translation>Somos discados por</translation>
    </message>
    <message>
        <source>Who dials</source>
        <translation>Quem disca</translation>
    </message>
    <message>
        <source>The other node</source>
        <translation>O outro nó</translation>
    </message>
    <message>
        <source>name@host</source>
        <translation>nome@host</translation>
    </message>
    <message>
        <source>Step through a handshake</source>
        <translation>Handshake passo a passo</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Encerrar</translation>
    </message>
    <message>
        <source>Set-up timer of the other side</source>
        <translation>Temporizador de preparação do outro lado</translation>
    </message>
    <message>
        <source>Each message of ours waits here, and its fields can be changed. What the other side then does is shown and explained. No link stays.</source>
        <translation>Cada mensagem nossa espera aqui, e seus campos podem ser alterados. O que o outro lado faz então é mostrado e explicado. Nenhuma conexão fica.</translation>
    </message>
    <message>
        <source>32 hexadecimal digits instead</source>
        <translation>outros 32 dígitos hexadecimais</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>outro</translation>
    </message>
    <message>
        <source>it waits %1 s more</source>
        <translation>ele espera mais %1 s</translation>
    </message>
    <message>
        <source>its set-up time is over</source>
        <translation>seu tempo de preparação acabou</translation>
    </message>
    <message>
        <source>%1: a number is needed</source>
        <translation>%1: é preciso um número</translation>
    </message>
    <message>
        <source>digest: 32 hexadecimal digits are needed</source>
        <translation>digest: são precisos 32 dígitos hexadecimais</translation>
    </message>
    <message>
        <source>One handshake is being stepped through</source>
        <translation>Um handshake passo a passo está em curso</translation>
    </message>
    <message>
        <source>Type the name of a node, or choose one</source>
        <translation>Digite o nome de um nó, ou escolha um</translation>
    </message>
    <message>
        <source>Send it changed</source>
        <translation>Enviar alterado</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::StepsView</name>
    <message>
        <source>This program</source>
        <translation>Este programa</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Após</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Passo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Onde</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalhe</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Passos</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::StoriesPage</name>
    <message>
        <source>What happened to the cluster</source>
        <translation>O que aconteceu com o cluster</translation>
    </message>
    <message>
        <source>A double click shows the moment</source>
        <translation>Um clique duplo mostra o momento</translation>
    </message>
    <message>
        <source>Nothing has happened to the cluster as a whole yet: no net split, no node lost, none that comes and goes.</source>
        <translation>Ainda não aconteceu nada ao cluster como um todo: nenhuma divisão da rede, nenhum nó perdido, nenhum que vá e volte.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::StoryModel</name>
    <message>
        <source>split, healed</source>
        <translation>divisão, curada</translation>
    </message>
    <message>
        <source>split</source>
        <translation>divisão</translation>
    </message>
    <message>
        <source>lost, back</source>
        <translation>perdido, de volta</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdido</translation>
    </message>
    <message>
        <source>flapping</source>
        <translation>oscilando</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>O que aconteceu</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::SupervisionWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>restarting</source>
        <translation>reiniciando</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>não está em execução</translation>
    </message>
    <message>
        <source>restarted at %1</source>
        <translation>reiniciado às %1</translation>
    </message>
    <message>
        <source>Application, supervisor, child</source>
        <translation>Aplicação, supervisor, filho</translation>
    </message>
    <message>
        <source>Pid</source>
        <translation>Pid</translation>
    </message>
    <message>
        <source>Restarts seen</source>
        <translation>Reinícios vistos</translation>
    </message>
    <message>
        <source>Ended with</source>
        <translation>Terminou com</translation>
    </message>
    <message>
        <source>Modules or version</source>
        <translation>Módulos ou versão</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::TermTreeModel</name>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::TermView</name>
    <message>
        <source>the text is cut; the tree has all</source>
        <translation>o texto está cortado; a árvore tem tudo</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>não encontrado</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>%1 de mais de %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>places</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Copy as &amp;Erlang</source>
        <translation>Copiar como &amp;Erlang</translation>
    </message>
    <message>
        <source>Copy as E&amp;lixir</source>
        <translation>Copiar como E&amp;lixir</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Copiar como &amp;JSON</translation>
    </message>
    <message>
        <source>Copy as &amp;hexadecimal digits</source>
        <translation>Copiar como dígitos &amp;hexadecimais</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Forms of the term</source>
        <translation>Formas do termo</translation>
    </message>
    <message>
        <source>The term as a tree</source>
        <translation>O termo como árvore</translation>
    </message>
    <message>
        <source>The term as text</source>
        <translation>O termo como texto</translation>
    </message>
    <message>
        <source>Find in the term</source>
        <translation>Procurar no termo</translation>
    </message>
    <message>
        <source>Enter goes to the next place, Shift+Enter to the previous one</source>
        <translation>Enter vai ao próximo lugar, Shift+Enter ao anterior</translation>
    </message>
    <message>
        <source>Copy the selected value</source>
        <translation>Copiar o valor selecionado</translation>
    </message>
    <message>
        <source>Save the term to a file</source>
        <translation>Salvar o termo em um arquivo</translation>
    </message>
    <message>
        <source>From the top</source>
        <translation>Desde o início</translation>
    </message>
    <message>
        <source>The whole is too long: the text begins with the selected value</source>
        <translation>O todo é longo demais: o texto começa no valor selecionado</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::TiesView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::TimeActions</name>
    <message>
        <source>Go to &amp;Now</source>
        <translation>Ir para a&amp;gora</translation>
    </message>
    <message>
        <source>Moves the timeline to now, and follows it</source>
        <translation>Leva a linha do tempo até agora e a acompanha</translation>
    </message>
    <message>
        <source>&amp;Previous Event</source>
        <translation>Evento &amp;anterior</translation>
    </message>
    <message>
        <source>Selects the event before</source>
        <translation>Seleciona o evento anterior</translation>
    </message>
    <message>
        <source>Ne&amp;xt Event</source>
        <translation>Pró&amp;ximo evento</translation>
    </message>
    <message>
        <source>Selects the event after</source>
        <translation>Seleciona o evento seguinte</translation>
    </message>
    <message>
        <source>&amp;Closer</source>
        <translation>Mais &amp;perto</translation>
    </message>
    <message>
        <source>Shows less time, in more detail</source>
        <translation>Mostra menos tempo, com mais detalhe</translation>
    </message>
    <message>
        <source>&amp;Further</source>
        <translation>Mais &amp;longe</translation>
    </message>
    <message>
        <source>Shows more time</source>
        <translation>Mostra mais tempo</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>L&amp;inha do tempo</translation>
    </message>
    <message>
        <source>A lane per node with its states and events</source>
        <translation>Uma raia por nó com seus estados e eventos</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Eventos</translation>
    </message>
    <message>
        <source>All events as a table</source>
        <translation>Todos os eventos em tabela</translation>
    </message>
    <message>
        <source>N&amp;odes as a Table</source>
        <translation>&amp;Nós em tabela</translation>
    </message>
    <message>
        <source>The nodes of the graph, in words</source>
        <translation>Os nós do grafo, em palavras</translation>
    </message>
    <message>
        <source>&amp;Links as a Table</source>
        <translation>&amp;Conexões em tabela</translation>
    </message>
    <message>
        <source>The links of the graph, with what each end says</source>
        <translation>As conexões do grafo, com o que cada ponta diz</translation>
    </message>
    <message>
        <source>&amp;Stories</source>
        <translation>&amp;Histórias</translation>
    </message>
    <message>
        <source>Splits, heals, lost nodes and flapping, each told once</source>
        <translation>Divisões, reconexões, nós perdidos e oscilações, cada um contado uma vez</translation>
    </message>
    <message>
        <source>M&amp;atrix</source>
        <translation>Matri&amp;z</translation>
    </message>
    <message>
        <source>Who sees whom: a row and a column per node</source>
        <translation>Quem vê quem: uma linha e uma coluna por nó</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Mensagens</translation>
    </message>
    <message>
        <source>Messages between processes as a sequence chart</source>
        <translation>Mensagens entre processos como diagrama de sequência</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::TimelinePane</name>
    <message>
        <source>Timeline</source>
        <translation>Linha do tempo</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nós</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Conexões</translation>
    </message>
    <message>
        <source>Views of the past and tables</source>
        <translation>Vistas do passado e tabelas</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Voltar para agora</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Histórias</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matriz</translation>
    </message>
    <message>
        <source>How fast the past is played</source>
        <translation>A velocidade com que o passado é reproduzido</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tempo</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Linha do tempo</translation>
    </message>
    <message>
        <source>A lane per node with its states and events. The Events tab holds the same as a table.</source>
        <translation>Uma raia por nó com seus estados e eventos. A aba Eventos tem o mesmo em tabela.</translation>
    </message>
    <message>
        <source>What happens to each node will be drawn here, with now at the right.</source>
        <translation>O que acontece com cada nó será desenhado aqui, com o agora à direita.</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::TlsOptionField</name>
    <message>
        <source>Options for TLS</source>
        <translation>Opções de TLS</translation>
    </message>
    <message>
        <source>a file for -ssl_dist_optfile; empty: not encrypted</source>
        <translation>um arquivo para -ssl_dist_optfile; vazio: sem cifra</translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>&amp;Escolher…</translation>
    </message>
    <message>
        <source>Choose the file that the nodes were started with by -ssl_dist_optfile</source>
        <translation>Escolher o arquivo com que os nós foram iniciados por -ssl_dist_optfile</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::VerdictBanner</name>
    <message>
        <source>Nothing has been seen yet.</source>
        <translation>Nada se viu ainda.</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>Último: %1</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ViewActions</name>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Localizar</translation>
    </message>
    <message>
        <source>Finds nodes by name, host, state, kind or release</source>
        <translation>Localiza nós por nome, máquina, estado, tipo ou versão</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Localizar pró&amp;ximo</translation>
    </message>
    <message>
        <source>Selects the next node that is found</source>
        <translation>Seleciona o próximo nó encontrado</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>Localizar an&amp;terior</translation>
    </message>
    <message>
        <source>Selects the node before that is found</source>
        <translation>Seleciona o nó encontrado anterior</translation>
    </message>
    <message>
        <source>&amp;Reset the Window</source>
        <translation>&amp;Restaurar a janela</translation>
    </message>
    <message>
        <source>Puts all panes back where they were at first</source>
        <translation>Põe todos os painéis de volta onde estavam no início</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposição</translation>
    </message>
    <message>
        <source>How the nodes are arranged</source>
        <translation>Como os nós são dispostos</translation>
    </message>
    <message>
        <source>Arrange &amp;Again</source>
        <translation>Dispor de &amp;novo</translation>
    </message>
    <message>
        <source>Arranges every node that is not pinned anew</source>
        <translation>Dispõe de novo todos os nós que não estão fixados</translation>
    </message>
    <message>
        <source>&amp;Undo the Arrangement</source>
        <translation>&amp;Desfazer a disposição</translation>
    </message>
    <message>
        <source>Puts the nodes back where they were before</source>
        <translation>Põe os nós de volta onde estavam antes</translation>
    </message>
    <message>
        <source>Un&amp;pin All</source>
        <translation>Des&amp;afixar todos</translation>
    </message>
    <message>
        <source>Lets every node move again</source>
        <translation>Deixa todos os nós se moverem de novo</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>A&amp;mpliar</translation>
    </message>
    <message>
        <source>Shows less of the graph, larger</source>
        <translation>Mostra menos do grafo, maior</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Redu&amp;zir</translation>
    </message>
    <message>
        <source>Shows more of the graph, smaller</source>
        <translation>Mostra mais do grafo, menor</translation>
    </message>
    <message>
        <source>Actual &amp;Size</source>
        <translation>Tamanho r&amp;eal</translation>
    </message>
    <message>
        <source>Shows the graph in the size of the text</source>
        <translation>Mostra o grafo no tamanho do texto</translation>
    </message>
    <message>
        <source>Show A&amp;ll of It</source>
        <translation>Mostrar t&amp;udo</translation>
    </message>
    <message>
        <source>Fits the whole graph into the view</source>
        <translation>Ajusta o grafo inteiro à vista</translation>
    </message>
    <message>
        <source>L&amp;egend</source>
        <translation>Le&amp;genda</translation>
    </message>
    <message>
        <source>Explains how links are drawn</source>
        <translation>Explica como as conexões são desenhadas</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>A small picture of the whole graph</source>
        <translation>Um pequeno desenho do grafo inteiro</translation>
    </message>
    <message>
        <source>&amp;Pin It Where It Is</source>
        <translation>&amp;Fixar onde está</translation>
    </message>
    <message>
        <source>Keeps the node in its place when the graph is arranged</source>
        <translation>Mantém o nó no lugar quando o grafo é disposto</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Tela &amp;cheia</translation>
    </message>
    <message>
        <source>Gives the whole screen to the window</source>
        <translation>Dá a tela inteira à janela</translation>
    </message>
    <message>
        <source>By &amp;Distance</source>
        <translation>Por &amp;distância</translation>
    </message>
    <message>
        <source>Nodes that are connected come close to each other</source>
        <translation>Nós conectados ficam próximos</translation>
    </message>
    <message>
        <source>On a &amp;Circle</source>
        <translation>Em &amp;círculo</translation>
    </message>
    <message>
        <source>All nodes on one circle, by host and name</source>
        <translation>Todos os nós em um círculo, por máquina e nome</translation>
    </message>
    <message>
        <source>By &amp;Host</source>
        <translation>Por &amp;máquina</translation>
    </message>
    <message>
        <source>A circle per host</source>
        <translation>Um círculo por máquina</translation>
    </message>
    <message>
        <source>By &amp;Partition</source>
        <translation>Por &amp;partição</translation>
    </message>
    <message>
        <source>Groups of nodes that reach each other</source>
        <translation>Grupos de nós que se alcançam</translation>
    </message>
    <message>
        <source>The nodes by host</source>
        <translation>Os nós por máquina</translation>
    </message>
    <message>
        <source>All that is known of what is selected</source>
        <translation>Tudo o que se sabe do que está selecionado</translation>
    </message>
    <message>
        <source>The past, and tables</source>
        <translation>O passado e as tabelas</translation>
    </message>
    <message>
        <source>There is no cluster yet</source>
        <translation>Ainda não há cluster</translation>
    </message>
    <message>
        <source>The arrangement has not been changed</source>
        <translation>A disposição não foi alterada</translation>
    </message>
    <message>
        <source>No node is selected</source>
        <translation>Nenhum nó está selecionado</translation>
    </message>
    <message>
        <source>The graph is not shown</source>
        <translation>O grafo não está sendo mostrado</translation>
    </message>
    <message>
        <source>Presenter Mode</source>
        <translation>Modo apresentador</translation>
    </message>
    <message>
        <source>For a room that looks on: large type, thick lines, no addresses, shortcuts shown</source>
        <translation>Para uma sala que assiste: letras grandes, linhas grossas, sem endereços, atalhos à vista</translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::WelcomePage</name>
    <message>
        <source>See an Erlang or Elixir cluster live</source>
        <translation>Veja um cluster Erlang ou Elixir ao vivo</translation>
    </message>
    <message>
        <source>Which nodes there are, who is connected to whom, and why a connection fails. Nothing is installed on your nodes, and nothing is left behind.</source>
        <translation>Que nós existem, quem está conectado a quem e por que uma conexão falha. Nada é instalado nos seus nós, e nada fica para trás.</translation>
    </message>
    <message>
        <source>Start the practice cluster</source>
        <translation>Iniciar o cluster de prática</translation>
    </message>
    <message>
        <source>Six nodes inside this program, speaking the real protocol. One has another cookie, so you see at once what a failure looks like. No Erlang needed.</source>
        <translation>Seis nós dentro deste programa, falando o protocolo real. Um tem outro cookie, para você ver logo como é uma falha. Não é preciso ter Erlang.</translation>
    </message>
    <message>
        <source>Connect to a node…</source>
        <translation>Conectar a um nó…</translation>
    </message>
    <message>
        <source>Choose a host and a node, and say where its cookie is. The other nodes of its cluster appear by themselves.</source>
        <translation>Escolha uma máquina e um nó e diga onde está o cookie. Os outros nós do cluster aparecem sozinhos.</translation>
    </message>
    <message>
        <source>My nodes do not connect…</source>
        <translation>Meus nós não se conectam…</translation>
    </message>
    <message>
        <source>Tries it step by step, shows where it stops, why, and what to paste to repair it.</source>
        <translation>Tenta passo a passo, mostra onde para, por quê e o que colar para consertar.</translation>
    </message>
    <message>
        <source>Asking the port mapper (EPMD)…</source>
        <translation>Perguntando ao mapeador de portas (EPMD)…</translation>
    </message>
    <message>
        <source>No port mapper (EPMD) answers here, so no Erlang node with a name is running.</source>
        <translation>Nenhum mapeador de portas (EPMD) responde aqui; portanto, nenhum nó Erlang com nome está em execução.</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>porta %1</translation>
    </message>
    <message>
        <source>EPMD answers, and no node is registered.</source>
        <translation>O EPMD responde e nenhum nó está registrado.</translation>
    </message>
    <message>
        <source>What runs on this machine</source>
        <translation>O que roda nesta máquina</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>conectar</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Olhar de novo</translation>
    </message>
    <message>
        <source>Recent nodes</source>
        <translation>Nós recentes</translation>
    </message>
    <message>
        <source>Nodes that you connect to will be listed here. Cookies are not kept.</source>
        <translation>Os nós aos quais você se conectar aparecerão aqui. Os cookies não são guardados.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message numerus="yes">
        <source>%n expected node(s)</source>
        <translation>
            <numerusform>%n nó esperado</numerusform>
            <numerusform>%n nós esperados</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read any more</source>
        <translation>não pode mais ser lido</translation>
    </message>
    <message>
        <source>Cluster profiles</source>
        <translation>Perfis de cluster</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>não existe mais</translation>
    </message>
    <message>
        <source>Recent recordings</source>
        <translation>Gravações recentes</translation>
    </message>
    <message>
        <source>show</source>
        <translation>mostrar</translation>
    </message>
</context>
</TS>
