/**
 * Whose networks hold servers and hardly a person: companies that rent out machines, by the beginning of their name in the
 * source, or by the number of their network. Left out on purpose, since people come through them: providers of lines (1&1
 * Versatel, China Telecom …), relays of browsers and phones (Cloudflare, Akamai, Fastly), Google's own network and its
 * savers of data.
 */
export const HOSTS: readonly string[] = `
  "Domain names registrar REG.RU"
  A2 Hosting
  Ace Data Centers
  Aeza
  AEZA
  Alibaba (US)
  Alibaba Cloud
  Amazon Data Services
  Amazon.com, Inc.
  AS12876
  AS36352
  AS396982
  AS46606
  AS54290
  AS63949
  aurologic
  Beget LLC
  Cloud Software - FZCO
  Clouvider
  Colocation America
  Contabo
  Datacamp
  Dedicated Servers - 
  DigitalOcean
  DMIT Cloud
  DMIT Inc
  EGIHosting
  Fly.io
  Fornex
  FranTech
  G-Core Labs
  Gigabit Hosting
  GoDaddy
  Google Cloud
  Hangzhou Alibaba
  Hetzner
  HIVELOCITY
  Host Europe
  Hostcenter
  Hosting Solution
  Hostinger
  HOSTKEY
  HostPapa
  HostRoyale
  Huawei Cloud
  HZ Hosting
  i3D.net
  IBM Cloud
  IHOR HOSTING
  InMotion Hosting
  Internap
  Interserver
  IONOS SE
  IT7 Networks
  Joe's Datacenter
  JSC "TIMEWEB"
  JSC IOT
  JSC Selectel
  Kamatera
  Kaopu Cloud
  Kingsoft
  Latitude.sh
  Leaseweb
  Limestone Networks
  Linode
  Liquid Web
  M247
  Majestic Hosting
  Melbikomas
  Microsoft Corporation
  Namecheap
  NAVER Cloud
  netcup
  New Dream Network
  Nocix
  Oracle Corporation
  OVH
  Packet Host
  Psychz
  PureVoltage
  QuadraNet
  Rackspace
  ReliableSite
  RouterHosting
  RoyaleHosting
  SCALEWAY
  Scaleway SAS
  Servers.com
  Sharktech
  Shenzhen Tencent
  Strato AG
  Tencent AS num
  Tencent Cloud
  The Constant Company
  Timeweb
  tzulo
  UCLOUD
  UK Dedicated Servers
  UpCloud
  VIVID-HOSTING
  Webhosting.Net
  WISDOM CLOUD
  WorldStream
  Yandex.Cloud
  ZAP-Hosting
  Zenlayer
`
  .trim()
  .split(/\s*\n\s*/);
